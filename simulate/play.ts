import { type Violations, violationsOf } from './check/violations-of';
import { cause, endFaults } from './faults/cause';
import type { Opened } from './prepare';
import type { FaultStep, Schedule, TrafficStep } from './schedule/step';
import { atTheTill } from './traffic/at-the-till';
import { inHike } from './traffic/in-hike';
import { ErrorPage } from './traffic/click';
import { inTheApp, tryAllAgain, WHO } from './traffic/in-the-app';
import { inTheStore } from './traffic/in-the-store';
import { unheard } from './traffic/unheard';
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
  'send-to-hike': inTheApp,
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
  'sell-unheard': unheard,
  'import-unheard': unheard,
};

const isTraffic = (what: What): what is TrafficStep => what.kind in PERFORMERS;

const perform = (stage: Stage, what: What): Promise<void> =>
  isTraffic(what) ? (PERFORMERS[what.kind] as Performer<TrafficStep['kind']>)(stage, what) : cause(stage, what);

const CLICKS_AGAIN_MS = 5_000;

const playStep = async (stage: Stage, what: What, clicksAgain: boolean): Promise<void> => {
  try {
    await perform(stage, what);
  } catch (error) {
    if (error instanceof ErrorPage) {
      stage.met.count('error-page');
      if (!clicksAgain) return;
      await stage.time.sleep(CLICKS_AGAIN_MS);
      return playStep(stage, what, false);
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

/** An open page reads anew every few seconds. */
const VISIT_EVERY_MS = 30_000;

/** Time goes by: on calm days with a page of each store open. */
const pass = async (stages: readonly Stage[], { ms, isCalm }: { ms: number; isCalm: boolean }): Promise<void> => {
  const { time } = stages[0]!;
  if (!isCalm) return time.pass(ms);
  for (let left = ms; left > 0; left -= VISIT_EVERY_MS) {
    for (const stage of stages) await visit(stage);
    await time.pass(Math.min(left, VISIT_EVERY_MS));
  }
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
  if (can.apply) await web.app.pages.actOnProducts(storeHash, { action: 'apply' });
  else if (can.start) await web.app.pages.actOnProducts(storeHash, { action: 'start' });
  else if (state === 'never' && can.dryRun) await web.app.pages.actOnProducts(storeHash, { action: 'dry-run' });
  // "A sudden fall to zero ... waits for approval": as after a move to a register whose outlet has nothing. Whether it was right the levels show.
  const { held } = await web.app.pages.stock(storeHash, { held: true, search: '', offset: 0 });
  if (held > 0) await web.app.pages.approveStock(storeHash, null, WHO);
};

const MINUTE = 60_000;
/** Most comes right within minutes, hooks within the hour. */
const LOOKS = [1, 2, 7, 10, 20, 40, 60].map((minutes) => minutes * MINUTE);
/** Long enough for each poll while a page of the app is open, and shorter than what lies between two sweeps. `null`: everything that needs a person gets its button pressed. */
const CALM_LOOKS = [MINUTE, null, MINUTE, 2 * MINUTE];
/** A sale brings its customer along by itself; the rest of them are read at least this often. */
const CUSTOMERS_LOOK = 16 * MINUTE;
/** A comparison takes what changed within the hour for under way. */
const COMPARISON_LOOK = 60 * MINUTE;
/**
 * What Hike deleted, and what BigCommerce did unheard, or so close to our own writing that it sounded like its echo, is found by the nightly pass,
 * and that alone: whatever else would only be found by it, was lost.
 */
const NIGHT = Array.from({ length: 25 }, () => 60 * MINUTE);
const EVERYTHING = ['unfinished', 'late'] as const;
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

const look = async (opened: readonly Opened[]): Promise<Violations> => {
  for (const { stage } of opened) await openSettings(stage);
  const found = await Promise.all(opened.map(({ stage, beginning }) => violationsOf(stage, beginning)));
  const all = (kind: keyof Violations) => found.flatMap(({ [kind]: some }) => some);
  return { broken: all('broken'), unfinished: all('unfinished'), late: all('late') };
};

interface Looks {
  opened: readonly Opened[];
  /** Before each look, in ms; at `null` a person first has everything tried again. */
  waits: readonly (number | null)[];
  kinds: readonly (keyof Violations)[];
  isCalm: boolean;
}

/** Looks until nothing is wrong any more, or something is for ever; answers what was still wrong at the last look. */
const lookUntilRight = async ({ opened, waits, kinds, isCalm }: Looks): Promise<string[]> => {
  const stages = opened.map(({ stage }) => stage);
  const { time } = stages[0]!;
  let wrong: string[] = [];
  for (const wait of waits) {
    if (wait === null) for (const stage of stages) await time.during(tryAllAgain(stage));
    for (const stage of stages) await time.during(mend(stage));
    await pass(stages, { ms: wait ?? MINUTE, isCalm });
    const found = await look(opened);
    if (found.broken.length > 0) return found.broken;
    wrong = kinds.flatMap((kind) => found[kind]);
    if (wrong.length === 0) return [];
  }
  return wrong;
};

/** Plays a schedule, ends all faults, and waits until both sides agree; what is still wrong then is a violation. */
export const play = async (opened: readonly Opened[], { steps, isCalm, clicksAgain }: Schedule): Promise<Outcome> => {
  const stages = opened.map(({ stage }) => stage);
  const [{ time }] = stages as [Stage];
  for (const step of steps) {
    await pass(stages, { ms: step.gapMs, isCalm });
    await time.during(playStep(stages[step.store % stages.length]!, step.what, clicksAgain));
  }
  await endFaults(stages[0]!);
  const ended = time.now();
  const night = steps.some(({ what }) => UNHEARD.has(what.kind)) ? NIGHT : [];
  const first = isCalm ? ({ waits: CALM_LOOKS, kinds: ['unfinished'] } as const) : ({ waits: [...LOOKS, null, ...LOOKS, ...night], kinds: EVERYTHING } as const);
  let violations = await lookUntilRight({ opened, isCalm, ...first });
  if (isCalm && violations.length === 0) violations = await lookUntilRight({ opened, isCalm, waits: [0, CUSTOMERS_LOOK, COMPARISON_LOOK, null], kinds: EVERYTHING });
  return { violations, convergedInMs: violations.length === 0 ? time.now() - ended : Infinity };
};
