import type { FaultStep } from '../schedule/step';
import type { AppProcess } from '../world/app-process';
import type { Stage } from '../world/stage';

const OUTAGE_CALLS = 1_000_000;

const processOf = ({ fleet }: Stage, index: number): AppProcess => {
  const all = fleet.all();
  return all[index % all.length]!;
};

const kill = (stage: Stage, { process, afterPasses, forMs }: Extract<FaultStep, { kind: 'kill' }>): void => {
  const dying = processOf(stage, process);
  dying.gate.killAfter(afterPasses);
  setTimeout(() => {
    dying.gate.killIdle();
    if (dying.gate.isDead) stage.fleet.replace(dying);
  }, forMs);
};

const outage = ({ networkFaults }: Stage, { side, forMs, losesAnswer }: Extract<FaultStep, { kind: 'outage' }>): void => {
  const faults = [
    ...(losesAnswer ? [networkFaults.plan({ kind: 'cut-after', side, isWrite: true, skip: 0, times: 1 })] : []),
    networkFaults.plan({ kind: 'outage', side, isWrite: false, skip: 0, times: OUTAGE_CALLS }),
  ];
  setTimeout(() => faults.forEach((fault) => networkFaults.drop(fault)), forMs);
};

const hooksOff = ({ platforms: { sandbox }, place, met }: Stage): void => {
  const hooks = [...(sandbox.bigcommerce.platform.stores.get(place.storeHash)?.hooks.values() ?? [])];
  if (hooks.some((hook) => hook.is_active)) met.count('hooks-off');
  for (const hook of hooks) hook.is_active = false;
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
    case 'webhooks':
      return stage.webhookFaults.plan({ kind: step.fault, tenant: place.storeHash, times: step.times, delayMs: step.delayMs });
    case 'hooks-off':
      return hooksOff(stage);
    case 'database':
      processOf(stage, step.process).databaseFaults.plan({ ...step, kind: step.fault });
      return;
    case 'lost-wake-ups':
      return stage.woken.lose(step.count);
    case 'kill':
      return kill(stage, step);
    case 'stop':
      return processOf(stage, step.process).gate.stopAfter(step.afterPasses, step.forMs);
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
  await stage.webhookFaults.clear();
  for (const process of stage.fleet.all()) {
    process.databaseFaults.clear();
    process.gate.callOff();
    if (process.gate.isDead) stage.fleet.replace(process);
  }
};
