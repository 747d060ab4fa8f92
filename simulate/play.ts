import { violationsOf } from './check/violations-of';
import type { Beginning } from './check/evidence';
import { cause, endFaults } from './faults/cause';
import type { FaultStep, Schedule, Step, TrafficStep } from './schedule/step';
import { atTheTill } from './traffic/at-the-till';
import { inHike } from './traffic/in-hike';
import { inTheApp, tryAllAgain } from './traffic/in-the-app';
import { inTheStore } from './traffic/in-the-store';
import { connect, install } from './world/installation';
import { ControlRefused } from './world/platforms';
import type { Stage } from './world/stage';

const perform = (stage: Stage, what: TrafficStep | FaultStep): Promise<void> => {
  switch (what.kind) {
    case 'ring-up':
    case 'pay':
    case 'void':
    case 'refund':
    case 'exchange':
      return atTheTill(stage, what);
    case 'place-order':
    case 'ship':
    case 'complete':
    case 'cancel':
    case 'refund-order':
    case 'archive':
    case 'count-in-store':
    case 'edit-in-store':
      return inTheStore(stage, what);
    case 'price':
    case 'rename':
    case 'count-in-hike':
    case 'receive-in-hike':
    case 'new-product':
    case 'untick-product':
    case 'customer':
    case 'new-customer':
      return inHike(stage, what);
    case 'import':
    case 'buffer':
    case 'follow-orders':
    case 'pause':
    case 'try-again':
    case 're-install':
    case 'uninstall':
      return inTheApp(stage, what);
    default:
      return cause(stage, what);
  }
};

const playStep = async (stage: Stage, { gapMs, what }: Step): Promise<void> => {
  await stage.time.pass(gapMs);
  try {
    await perform(stage, what);
  } catch (error) {
    // A schedule may want what the platforms' own pages refuse: to pay for a sale that is paid, to ship twice. And who
    // opens the app while something is down sees a page that says so.
    if (!(error instanceof ControlRefused && error.status < 500) && what.kind !== 're-install') throw error;
  }
};

/** What a merchant does who reads what the app says: opens it again, connects again, lets everything run. */
const mend = async (stage: Stage): Promise<void> => {
  const { database, storeHash, time, web, place, wanted } = stage;
  const store = await database.tables.stores.find(storeHash);
  const connection = await database.tables.connections.find(storeHash);
  if (store?.state !== 'active' || connection?.state !== 'connected') {
    const userId = await install(time, web, place);
    if (connection?.state !== 'connected') await connect(time, web, { place, userId });
  }
  for (const thing of wanted.pausedThings) await web.app.pages.pause(storeHash, { [thing]: false });
  wanted.pausedThings.clear();
};

const MINUTE = 60_000;
/** Most comes right within minutes, hooks within the hour; what BigCommerce's stock did unheard is found by the nightly pass. */
const LOOKS = [3, 7, 10, 20, 40, 60].map((minutes) => minutes * MINUTE);
const NIGHT = 25 * 60 * MINUTE;

export interface Outcome {
  violations: string[];
  /** Of the simulation's time, from the last fault until all was right. */
  convergedInMs: number;
}

/** Plays a schedule, ends all faults, and waits until both sides agree; what is still wrong then is a violation. */
export const play = async (stage: Stage, schedule: Schedule, beginning: Beginning): Promise<Outcome> => {
  for (const step of schedule.steps) await playStep(stage, step);
  await endFaults(stage);
  const ended = stage.time.now();
  let unfinished: string[] = [];
  for (const look of [...LOOKS, null, ...LOOKS, NIGHT]) {
    if (look === null) await tryAllAgain(stage);
    await mend(stage);
    await stage.time.pass(look ?? MINUTE);
    const found = await violationsOf(stage, beginning);
    unfinished = found.unfinished;
    const convergedInMs = stage.time.now() - ended;
    if (found.broken.length > 0) return { violations: found.broken, convergedInMs };
    if (unfinished.length === 0) return { violations: [], convergedInMs };
  }
  return { violations: unfinished, convergedInMs: Infinity };
};
