import type { OrderId } from '../../lib/domain/ids';
import type { Settings } from '../../lib/domain/settings';
import type { TrafficStep } from '../schedule/step';
import { install } from '../world/installation';
import type { Stage } from '../world/stage';
import { ringUp } from './at-the-till';
import { inTheStore } from './in-the-store';
import { nthNewest, ordersOf } from './things';

type AppStep = Extract<TrafficStep, { kind: 'import' | 'import-all' | 'buffer' | 'follow-orders' | 'pause' | 'try-again' | 're-install' | 'uninstall' | 'weeks-without' }>;

const WHO = 'ana@example.com';
const NEEDS_YOU = { results: ['needs-you'], direction: null, thing: null, search: '', days: null, before: null } as const;

const idsOf = async (stage: Stage, indexes: readonly number[]): Promise<number[]> => {
  const orders = await ordersOf(stage);
  return indexes.flatMap((index) => nthNewest(orders, index)?.id ?? []);
};

const importOrders = async (stage: Stage, ids: readonly number[]): Promise<void> => {
  const { queued } = await stage.web.app.pages.importOrders(stage.storeHash, ids as OrderId[]);
  for (const id of queued) {
    stage.wanted.imports.add(id);
    stage.wanted.droppedImports.delete(id);
  }
};

/** Until the page has heard of new orders. */
const HOOKS_MS = 30_000;

const rush = async (stage: Stage, orders: number): Promise<void> => {
  for (let order = 0; order < orders; order += 1) {
    await inTheStore(stage, { kind: 'place-order', status: 11, lines: [{ item: order, quantity: 1, discount: 0 }], customer: order, shipping: 0, coupon: 0 });
  }
  await stage.time.pass(HOOKS_MS);
};

const importAll = async (stage: Stage): Promise<void> => {
  const { rows } = await stage.web.app.pages.orders(stage.storeHash, { tab: 'to-import', search: '', offset: 0 });
  return importOrders(stage, rows.map(({ id }) => id));
};

const keepBack = async (stage: Stage, units: number): Promise<void> => {
  const isSaved = await changeSettings(stage, (settings) => ({ ...settings, stock: { ...settings.stock, buffer: { kind: 'units', value: units } } }));
  if (isSaved) stage.wanted.buffer = units;
};

const DAY_MS = 24 * 60 * 60_000;

/** Uninstalled as it should be: the app is told, and forgets its work. */
const goWithout = async (stage: Stage, { days, sale }: Extract<AppStep, { kind: 'weeks-without' }>): Promise<void> => {
  const { platforms, place, time, web, wanted } = stage;
  await platforms.control(`/stores/${place.storeHash}/uninstall`, { body: {} });
  for (const id of wanted.imports) wanted.droppedImports.add(id);
  await ringUp(stage, sale);
  await time.pass(days * DAY_MS);
  await install(time, web, place);
};

const changeSettings = async ({ web: { app }, storeHash }: Stage, change: (settings: Settings) => Settings): Promise<boolean> => {
  const { version, value } = await app.pages.settings(storeHash);
  const saved = await app.pages.saveSettings(storeHash, { version, value: change(value) }, WHO);
  return saved.kind === 'saved';
};

/** Everything that needs a person gets its button pressed. */
export const tryAllAgain = async ({ web: { app }, storeHash }: Stage): Promise<void> => {
  const { rows } = await app.pages.syncLog(storeHash, NEEDS_YOU);
  for (const { id } of rows) await app.pages.retryEntry(storeHash, id);
};

/** A merchant in the app's own pages. */
export const inTheApp = async (stage: Stage, step: AppStep): Promise<void> => {
  const { web, database, storeHash, wanted, platforms, place, time } = stage;
  const store = await database.tables.stores.find(storeHash);
  if (step.kind === 're-install') return void (await install(time, web, place));
  // The pages of an app that is not installed cannot be opened.
  if (store === null || store.state === 'uninstalled') return;
  switch (step.kind) {
    case 'import':
      return importOrders(stage, await idsOf(stage, step.orders));
    case 'import-all':
      if (step.afterOrders > 0) await rush(stage, step.afterOrders);
      return importAll(stage);
    case 'buffer':
      await keepBack(stage, step.units);
      if (step.again === null) return;
      await time.pass(step.again.afterMs);
      return keepBack(stage, step.again.units);
    case 'follow-orders':
      if (await changeSettings(stage, (settings) => ({ ...settings, followImportedOrders: step.isOn })) && !step.isOn) wanted.followsOrders = false;
      return;
    case 'pause':
      await web.app.pages.pause(storeHash, { [step.thing]: step.isOn });
      wanted.pausedThings[step.isOn ? 'add' : 'delete'](step.thing);
      return;
    case 'try-again':
      return tryAllAgain(stage);
    case 'weeks-without':
      return goWithout(stage, step);
    case 'uninstall':
      return void (await platforms.control(`/stores/${place.storeHash}/uninstall`, { body: { silent: true } }));
  }
};
