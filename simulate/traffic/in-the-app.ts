import type { OrderId } from '../../lib/domain/ids';
import type { SettingChange, TrafficStep } from '../schedule/step';
import { install } from '../world/installation';
import type { Stage } from '../world/stage';
import { ringUp } from './at-the-till';
import { changedSettings } from './changed-settings';
import { click } from './click';
import { inTheStore } from './in-the-store';
import { sendToHike } from './send-to-hike';
import { HOOKS_MS, nth, nthNewest, ordersOf } from './things';

type AppStep = Extract<TrafficStep, { kind: 'import' | 'import-all' | 'send-to-hike' | 'buffer' | 'setting' | 'pause' | 'try-again' | 'leave-out' | 'ignore' | 'compare' | 're-install' | 'uninstall' | 'weeks-without' }>;

export const WHO = 'ana@example.com';
const NEEDS_YOU = { results: ['needs-you'], direction: null, thing: null, search: '', days: null, before: null } as const;

const idsOf = async (stage: Stage, indexes: readonly number[]): Promise<number[]> => {
  const orders = await ordersOf(stage);
  return indexes.flatMap((index) => nthNewest(orders, index)?.id ?? []);
};

const PARTIAL = new Set([3, 14]);

const notePartial = async (stage: Stage, ids: readonly number[]): Promise<void> => {
  const { imports, partialImports } = stage.wanted;
  for (const { id, status_id: status } of await ordersOf(stage)) if (ids.includes(id) && !imports.has(id) && PARTIAL.has(status)) partialImports.add(id);
};

const importOrders = async (stage: Stage, ids: readonly number[]): Promise<void> => {
  const { imports, droppedImports } = stage.wanted;
  await notePartial(stage, ids);
  try {
    const { queued } = await click(stage, ({ pages }) => pages.importOrders(stage.storeHash, ids as OrderId[]));
    for (const id of queued) {
      imports.add(id);
      droppedImports.delete(id);
    }
  } catch (error) {
    // Whether the app took them on will show.
    for (const id of ids.filter((one) => !imports.has(one))) {
      imports.add(id);
      droppedImports.add(id);
    }
    throw error;
  }
};

const rush = async (stage: Stage, orders: number): Promise<void> => {
  for (let order = 0; order < orders; order += 1) {
    await inTheStore(stage, { kind: 'place-order', status: 11, lines: [{ item: order, quantity: 1, discount: 0 }], customer: order, shipping: 0, coupon: 0, paidWith: 'card' });
  }
  await stage.time.sleep(HOOKS_MS);
};

const importAll = async (stage: Stage): Promise<void> => {
  const { rows } = await click(stage, ({ pages }) => pages.orders(stage.storeHash, { tab: 'to-import', search: '', offset: 0 }));
  return importOrders(stage, rows.map(({ id }) => id));
};

const DAY_MS = 24 * 60 * 60_000;
const NIGHT_MS = 8 * 60 * 60_000;

/** Uninstalled as it should be: the app is told, and forgets its work. */
const goWithout = async (stage: Stage, { days, sale }: Extract<AppStep, { kind: 'weeks-without' }>): Promise<void> => {
  const { platforms, place, time, wanted } = stage;
  const { url } = await platforms.control<{ url: string }>(`/stores/${place.storeHash}/load`, { body: { callback: 'uninstall' } });
  await platforms.control(`/stores/${place.storeHash}/uninstall`, { body: { silent: true } });
  // BigCommerce does not tell twice: an app that is down at this moment finds out by itself.
  const told = await fetch(url).catch(() => null);
  for (const id of wanted.imports) wanted.droppedImports.add(id);
  // So is what was still to be sent.
  wanted.sentToHike.clear();
  await ringUp(stage, sale);
  // Untold, it goes on with its rounds, over the night: a day of them costs as much as ten schedules.
  await time.sleep(told?.ok === true ? days * DAY_MS : NIGHT_MS);
  await open(stage);
};

const changeSettings = async (stage: Stage, change: SettingChange): Promise<void> => {
  const { storeHash, wanted } = stage;
  if (change.setting === 'follow-orders') wanted.followsOrders &&= change.isOn;
  if (change.setting === 'shipped-orders') wanted.completesShipped &&= change.status === 'Completed';
  if (change.setting === 'owner' && change.field === 'name' && change.owner === 'hike') wanted.hikeNamed = true;
  if (change.setting === 'deletes') wanted.deletes.add(change.choice);
  if (change.setting === 'reverse-orders' && !change.isOn) wanted.toReverse.clear();
  const view = await click(stage, ({ pages }) => pages.settings(storeHash));
  const changed = changedSettings(view, change);
  const wasSure = wanted.isSure;
  wanted.isSure = false;
  const saved = await click(stage, ({ pages }) => pages.saveSettings(storeHash, { version: view.version, value: changed }, WHO));
  if (saved.kind === 'saved') wanted.settings = changed;
  wanted.isSure = wasSure || saved.kind === 'saved';
};

/** Everything that needs a person gets its button pressed. */
export const tryAllAgain = async (stage: Stage): Promise<void> => {
  const { storeHash } = stage;
  const { rows } = await click(stage, ({ pages }) => pages.syncLog(storeHash, NEEDS_YOU));
  for (const { id } of rows) await click(stage, ({ pages }) => pages.retryEntry(storeHash, id));
  // What was found in the midst of an accident may be over: only another comparison tells.
  if (rows.some(({ problem }) => problem?.code === 'differences-found')) await click(stage, ({ pages }) => pages.compareNow(storeHash));
};

const leaveOut = async (stage: Stage, { order, isOut }: Extract<AppStep, { kind: 'leave-out' }>): Promise<void> => {
  const ids = await idsOf(stage, [order]);
  if (isOut) for (const id of ids) stage.wanted.askedOut.add(id);
  try {
    await click(stage, ({ pages }) => pages.leaveOut(stage.storeHash, ids as OrderId[], isOut));
  } finally {
    await noteLeftOut(stage, ids);
  }
};

/** Whose import had failed is not to be imported any more, also when it is taken in again; one that is on its way goes on. */
const noteLeftOut = async ({ database: { tables }, storeHash, wanted }: Stage, ids: readonly number[]): Promise<void> => {
  const seen = await tables.orders.findMany(storeHash, ids as OrderId[]);
  for (const { id, state, problem } of seen) if (state === 'left-out' && problem === null && wanted.askedOut.has(id)) wanted.droppedImports.add(id);
};

/** Of an order's entry this leaves the order out, too. */
const ignore = async (stage: Stage, index: number): Promise<void> => {
  const { storeHash, wanted } = stage;
  const { rows } = await click(stage, ({ pages }) => pages.syncLog(storeHash, NEEDS_YOU));
  const row = nth(rows.filter(({ canIgnore }) => canIgnore), index);
  if (row === undefined) return;
  wanted.ignored.add(row.id);
  if (row.thing === 'order') wanted.askedOut.add(Number(row.bigcommerce?.id));
  try {
    await click(stage, ({ pages }) => pages.ignoreEntry(storeHash, row.id));
  } finally {
    if (row.thing === 'order') await noteLeftOut(stage, [Number(row.bigcommerce?.id)]);
  }
};

const COMPARING_MS = 60_000;

const compare = async (stage: Stage, fixes: boolean): Promise<void> => {
  const { storeHash, time } = stage;
  await click(stage, ({ pages }) => pages.compareNow(storeHash));
  if (!fixes) return;
  await time.sleep(COMPARING_MS);
  await click(stage, ({ pages }) => pages.fixDifferences(storeHash, null));
};

/** From the list of apps, which asks for a new token. */
const open = (stage: Stage) => click(stage, (app) => install({ app }, stage.place));

/** A merchant in the app's own pages. */
export const inTheApp = async (stage: Stage, step: AppStep): Promise<void> => {
  const { database, storeHash, platforms, place, time } = stage;
  const store = await database.tables.stores.find(storeHash);
  if (step.kind === 're-install') return void (await open(stage));
  // The pages of an app that is not installed cannot be opened.
  if (store === null || store.state === 'uninstalled') return;
  switch (step.kind) {
    case 'import':
      return importOrders(stage, await idsOf(stage, step.orders));
    case 'import-all':
      if (step.afterOrders > 0) await rush(stage, step.afterOrders);
      return importAll(stage);
    case 'send-to-hike':
      return sendToHike(stage, step);
    case 'buffer':
      await changeSettings(stage, { setting: 'buffer', units: step.units });
      if (step.again === null) return;
      await time.sleep(step.again.afterMs);
      return changeSettings(stage, { setting: 'buffer', units: step.again.units });
    case 'setting':
      return changeSettings(stage, step.change);
    case 'pause':
      return click(stage, ({ pages }) => pages.pause(storeHash, { [step.thing]: step.isOn }));
    case 'try-again':
      return tryAllAgain(stage);
    case 'leave-out':
      return leaveOut(stage, step);
    case 'ignore':
      return ignore(stage, step.entry);
    case 'compare':
      return compare(stage, step.fixes);
    case 'weeks-without':
      return goWithout(stage, step);
    case 'uninstall':
      stage.wanted.sentToHike.clear();
      return void (await platforms.control(`/stores/${place.storeHash}/uninstall`, { body: { silent: true } }));
  }
};
