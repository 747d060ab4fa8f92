import { connect } from 'node:net';

/** Throws one sentence if any of these ports answers already. `ports` maps what a port is for to its number and option. */
export async function requireFreePorts(ports) {
  const checked = await Promise.all(ports.map(async (each) => ({ ...each, taken: await isTaken(each.port) })));
  const taken = checked.filter((each) => each.taken);
  if (taken.length === 0) return;
  const list = taken.map(({ purpose, port }) => `${port} (${purpose})`).join(', ');
  const options = taken.map(({ option, port }) => `${option} ${port + 1000}`).join(' ');
  throw new Error(`Something runs already on port ${list}. If it is another demo, stop that first; or choose other ports: npm run demo -- ${options}`);
}

async function isTaken(port) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => answersOn(host, port)));
  return answers.includes(true);
}

function answersOn(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => finish(true)).once('error', () => finish(false)).once('timeout', () => finish(false));
  });
}
