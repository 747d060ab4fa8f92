import type { FaultStep } from '../schedule/step';
import type { Stage } from '../world/stage';

const OUTAGE_CALLS = 1_000_000;

const kill = (stage: Stage, { process, afterPasses, forMs }: Extract<FaultStep, { kind: 'kill' }>): void => {
  const worker = stage.workers[process % stage.workers.length]!;
  worker.gate.killAfter(afterPasses);
  stage.met.count('kill');
  setTimeout(() => {
    worker.gate.kill();
    if (stage.workers.includes(worker)) stage.replace(worker);
  }, forMs);
};

const stop = (stage: Stage, { process, forMs }: Extract<FaultStep, { kind: 'stop' }>): void => {
  const { gate } = stage.workers[process % stage.workers.length]!;
  gate.stop();
  stage.met.count('stop');
  setTimeout(() => gate.resume(), forMs);
};

const outage = ({ networkFaults, met }: Stage, { side, forMs, losesAnswer }: Extract<FaultStep, { kind: 'outage' }>): void => {
  const faults = [
    ...(losesAnswer ? [networkFaults.plan({ kind: 'cut-after', side, isWrite: true, skip: 0, times: 1 })] : []),
    networkFaults.plan({ kind: 'refused-connection', side, isWrite: false, skip: 0, times: OUTAGE_CALLS }),
  ];
  met.count('outage');
  setTimeout(() => faults.forEach((fault) => networkFaults.drop(fault)), forMs);
};

const hooksOff = ({ platforms: { sandbox }, place, met }: Stage): void => {
  for (const hook of sandbox.bigcommerce.platform.stores.get(place.storeHash)?.hooks.values() ?? []) hook.is_active = false;
  met.count('hooks-off');
};

/** Lets something go wrong. */
export const cause = async (stage: Stage, step: FaultStep): Promise<void> => {
  const { platforms, place, met } = stage;
  switch (step.kind) {
    case 'network':
      stage.networkFaults.plan({ ...step, kind: step.fault });
      return;
    case 'outage':
      return outage(stage, step);
    case 'webhooks': {
      const body = { kind: step.fault, tenant: place.storeHash, times: step.times, delayMs: step.delayMs };
      await platforms.control('/webhook-faults', { body });
      met.count(`webhooks-${step.fault}`);
      return;
    }
    case 'hooks-off':
      return hooksOff(stage);
    case 'database':
      stage.workers[step.process % stage.workers.length]!.databaseFaults.plan({ ...step, kind: step.fault });
      return;
    case 'lost-wake-ups':
      met.count('lost-wake-up');
      return stage.woken.lose(step.count);
    case 'kill':
      return kill(stage, step);
    case 'stop':
      return stop(stage, step);
    case 'revoke-hike':
    case 'expire-hike-token':
      await platforms.control(`/hike/shops/${place.shopId}/${step.kind === 'revoke-hike' ? 'revoke' : 'expire-access-token'}`, { body: {} });
      return met.count(step.kind);
    case 'revoke-store-token':
      await platforms.control(`/stores/${place.storeHash}/revoke-token`, { body: {} });
      return met.count(step.kind);
  }
};

/** From here on nothing goes wrong any more: faults end, dead processes are replaced, stopped ones go on. */
export const endFaults = async (stage: Stage): Promise<void> => {
  stage.networkFaults.clear();
  await stage.platforms.control('/webhook-faults', { method: 'DELETE' });
  for (const worker of [...stage.workers]) {
    worker.databaseFaults.clear();
    worker.gate.killAfter(Infinity);
    worker.gate.resume();
    if (worker.gate.isDead) stage.replace(worker);
  }
};
