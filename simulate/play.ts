import { violationsOf } from './check/violations-of';
import { cause, endFaults } from './faults/cause';
import type { Opened } from './prepare';
import type { FaultStep, Schedule, Step, TrafficStep } from './schedule/step';
import { atTheTill } from './traffic/at-the-till';
import { inHike } from './traffic/in-hike';
import { inTheApp, tryAllAgain } from './traffic/in-the-app';
import { ErrorPage } from './traffic/click';
import { inTheStore } from './traffic/in-the-store';
import { connect, install } from './world/installation';
import { ControlRefused } from './world/platforms';
import type { Stage } from './world/stage';

type What = TrafficStep | FaultStep;
type Performer<Kind extends What['kind']> = (stage: Stage, what: Extract<What, { kind: Kind }>) => Promise<void>;

const PERFORMERS: { [Kind in TrafficStep['kind']]: Performer<Kind> } = {
  'ring-up': atTheTill,
  pay: atTheTill,
  void: atTheTill,
  refund: atTheTill,
  exchange: atTheTill,
  'place-order': inTheStore,
  ship: inTheStore,
  'ship-part': inTheStore,
  complete: inTheStore,
  cancel: inTheStore,
  'refund-order': inTheStore,
  'refund-part': inTheStore,
  archive: inTheStore,
  'count-in-store': inTheStore,
  'edit-in-store': inTheStore,
  'delete-in-store': inTheStore,
  price: inHike,
  rename: inHike,
  'count-in-hike': inHike,
  'receive-in-hike': inHike,
  'new-product': inHike,
  'untick-product': inHike,
  'tick-product': inHike,
  'delete-in-hike': inHike,
  'new-variant': inHike,
  'edit-sku': inHike,
  customer: inHike,
  'new-customer': inHike,
  import: inTheApp,
  'import-all': inTheApp,
  buffer: inTheApp,
  setting: inTheApp,
  pause: inTheApp,
  'try-again': inTheApp,
  'leave-out': inTheApp,
  ignore: inTheApp,
  compare: inTheApp,
  're-install': inTheApp,
  uninstall: inTheApp,
  'weeks-without': inTheApp,
};

const isTraffic = (what: What): what is TrafficStep => what.kind in PERFORMERS;

const perform = (stage: Stage, what: What): Promise<void> =>
  isTraffic(what) ? (PERFORMERS[what.kind] as Performer<TrafficStep['kind']>)(stage, what) : cause(stage, what);

const CLICKS_AGAIN_MS = 5_000;

const playStep = async (stage: Stage, { gapMs, what }: Step, clicksAgain: boolean): Promise<void> => {
  await stage.time.sleep(gapMs);
  try {
    await perform(stage, what);
  } catch (error) {
    if (error instanceof ErrorPage) {
      stage.met.count('error-page');
      return clicksAgain ? playStep(stage, { gapMs: CLICKS_AGAIN_MS, store: 0, what }, false) : undefined;
    }
    // A schedule may want what the platforms' own pages refuse: to pay for a sale that is paid, to ship twice. And who
    // opens the app while something is down sees a page that says so.
    if (!(error instanceof ControlRefused && error.status < 500) && what.kind !== 're-install' && what.kind !== 'weeks-without') throw error;
  }
};

/** Somebody has a page of the app open. */
const visit = async ({ database, storeHash, fleet }: Stage): Promise<void> => {
  const store = await database.tables.stores.find(storeHash);
  if (store !== null) await fleet.web.app.account.noteVisit(store);
};

/** What a merchant does who reads what the app says: opens it again, connects again, lets everything run. */
const mend = async (stage: Stage): Promise<void> => {
  const { database, storeHash, fleet: { web }, place } = stage;
  const store = await database.tables.stores.find(storeHash);
  const connection = await database.tables.connections.find(storeHash);
  if (store?.state !== 'active' || connection?.state !== 'connected') {
    const userId = await install(web, place);
    if (connection?.state !== 'connected') await connect(web, { place, userId });
  }
  const { paused } = (await database.tables.settings.get(storeHash)).value;
  for (const [thing, isPaused] of Object.entries(paused)) if (isPaused) await web.app.pages.pause(storeHash, { [thing]: false });
  const { state, can } = await web.app.pages.catalogueRun(storeHash);
  if (can.start) await web.app.pages.actOnProducts(storeHash, { action: 'start' });
  else if (state === 'never' && can.dryRun) await web.app.pages.actOnProducts(storeHash, { action: 'dry-run' });
};

const MINUTE = 60_000;
/** Most comes right within minutes, hooks within the hour. */
const LOOKS = [1, 2, 7, 10, 20, 40, 60].map((minutes) => minutes * MINUTE);
/** Long enough for each poll while a page of the app is open, and shorter than what lies between two sweeps. `null`: everything that needs a person gets its button pressed. */
const CALM_LOOKS = [MINUTE, null, MINUTE, 2 * MINUTE];
/**
 * What Hike deleted, and what BigCommerce did unheard, or so close to our own writing that it sounded like its echo, is found by the nightly pass,
 * and that alone: whatever else would only be found by it, was lost.
 */
const NIGHT = Array.from({ length: 25 }, () => 60 * MINUTE);
const UNHEARD: ReadonlySet<string> = new Set(['hooks-off', 'webhooks', 'uninstall', 'weeks-without', 're-install', 'revoke-store-token', 'count-in-store', 'delete-in-hike', 'delete-in-store']);

export interface Outcome {
  violations: string[];
  /** Of the simulation's time, from the last fault until all was right. */
  convergedInMs: number;
}

/** A merchant whose last save ended with an error page looks what became of it. */
const openSettings = async ({ wanted, database, storeHash }: Stage): Promise<void> => {
  if (!wanted.isSure) wanted.settings = (await database.tables.settings.get(storeHash)).value;
};

interface Found {
  broken: string[];
  unfinished: string[];
}

const look = async (opened: readonly Opened[]): Promise<Found> => {
  for (const { stage } of opened) await openSettings(stage);
  const found = await Promise.all(opened.map(({ stage, beginning }) => violationsOf(stage, beginning)));
  return { broken: found.flatMap(({ broken }) => broken), unfinished: found.flatMap(({ unfinished }) => unfinished) };
};

/** Plays a schedule, ends all faults, and waits until both sides agree; what is still wrong then is a violation. */
export const play = async (opened: readonly Opened[], { steps, isCalm, clicksAgain }: Schedule): Promise<Outcome> => {
  const stages = opened.map(({ stage }) => stage);
  const [{ time }] = stages as [Stage];
  for (const step of steps) {
    if (isCalm) for (const stage of stages) await visit(stage);
    await time.during(playStep(stages[step.store % stages.length]!, step, clicksAgain));
  }
  await endFaults(stages[0]!);
  const ended = time.now();
  let unfinished: string[] = [];
  const night = steps.some(({ what }) => UNHEARD.has(what.kind)) ? NIGHT : [];
  for (const wait of isCalm ? CALM_LOOKS : [...LOOKS, null, ...LOOKS, ...night]) {
    if (wait === null) for (const stage of stages) await time.during(tryAllAgain(stage));
    for (const stage of stages) await time.during(mend(stage));
    if (isCalm) for (const stage of stages) await visit(stage);
    await time.pass(wait ?? MINUTE);
    const found = await look(opened);
    unfinished = found.unfinished;
    const convergedInMs = time.now() - ended;
    if (found.broken.length > 0) return { violations: found.broken, convergedInMs };
    if (unfinished.length === 0) return { violations: [], convergedInMs };
  }
  return { violations: unfinished, convergedInMs: Infinity };
};
