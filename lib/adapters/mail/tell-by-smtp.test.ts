import { afterEach, expect, it } from 'vitest';
import { TransientFailure } from '../../engine/ports/failures';
import { createTestEngine, type TestEngine } from '../../engine/testing/create-test-engine';
import { createMail } from './create-mail';
import { startSmtpServer, type TestSmtpServer } from './testing/start-smtp-server';

const MINUTE_MS = 60_000;

const servers: TestSmtpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ close }) => close()));
});

const start = async (...given: Parameters<typeof startSmtpServer>) => {
  const server = await startSmtpServer(...given);
  servers.push(server);
  return server;
};

/** A watched store whose mails go to this server. */
const openEngine = async (smtpUrl: string): Promise<TestEngine> => {
  const engine = await createTestEngine({ mail: createMail({ smtpUrl, from: 'connector@example.com', timeoutMs: 2_000 }) });
  await engine.change({ alerts: { addresses: ['ana@example.com', 'ben@example.com'], needsYou: true } });
  await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'watch', id: '-', priority: 0, notBefore: engine.clock.now(), trigger: 'schedule' });
  await engine.settle();
  return engine;
};

const silenceHike = ({ vendors }: TestEngine) => {
  vendors.onCall = (moment) => {
    if (moment === 'shop.probe' || moment.startsWith('sales.')) throw new TransientFailure('hike answered 503', null, 'hike');
  };
};

const subjectsOf = ({ taken }: TestSmtpServer) => taken.map(({ content }) => /^Subject: (.*)\r$/m.exec(content)?.[1]);
const idsOf = ({ taken }: TestSmtpServer) => taken.map(({ content }) => /^Message-ID:\s+(.*)\r$/m.exec(content)?.[1]);

it('tells of an outage once, and once that it is over, however long it lasts', async () => {
  const server = await start();
  const engine = await openEngine(server.url);
  silenceHike(engine);
  await engine.pass(5 * 60 * MINUTE_MS, 60);
  expect(subjectsOf(server)).toEqual(['Tote & Co: Hike does not answer']);
  engine.vendors.onCall = () => undefined;
  await engine.pass(60 * MINUTE_MS, 12);
  expect(subjectsOf(server)).toEqual(['Tote & Co: Hike does not answer', 'Tote & Co: Hike answers again']);
  expect(new Set(idsOf(server)).size).toBe(2);
  expect(server.taken.map(({ to }) => to)).toEqual(Array(2).fill(['ana@example.com', 'ben@example.com']));
  expect(server.taken.map(({ content }) => content).join('\n')).not.toMatch(/token|secret/i);
});

it('tells once the mail server is back, under the id of the first try', async () => {
  const gone = await start({ onData: (stream, _session, done) => stream.resume().on('end', () => done(Object.assign(new Error('Disk full'), { responseCode: 452 }))) });
  const engine = await openEngine(gone.url);
  silenceHike(engine);
  await engine.pass(45 * MINUTE_MS, 9);
  await gone.close();
  await engine.pass(30 * MINUTE_MS, 6);
  const back = await start({}, gone.port);
  await engine.pass(30 * MINUTE_MS, 6);
  expect(subjectsOf(back)).toEqual(['Tote & Co: Hike does not answer']);
  expect(idsOf(back)).toEqual([expect.stringMatching(/^<abc123\.hike-unreachable\.\d+\.opened@app\.example\.com>$/)]);
  expect((await engine.entries()).filter(({ result }) => result === 'retrying')).toEqual([]);
});

it('tells nobody, and no longer tries, when the server refuses every address', async () => {
  let asked = 0;
  const server = await start({
    onRcptTo: ({ address }, _session, done) => {
      asked += 1;
      done(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }));
    },
  });
  const engine = await openEngine(server.url);
  silenceHike(engine);
  await engine.pass(3 * 60 * MINUTE_MS, 36);
  expect([asked, server.taken]).toEqual([2, []]);
  const [refused] = (await engine.entries()).filter(({ problem }) => problem?.code === 'mail-refused');
  expect(refused).toMatchObject({ result: 'needs-you' });
  expect(JSON.stringify(refused)).not.toContain('@example.com');
});
