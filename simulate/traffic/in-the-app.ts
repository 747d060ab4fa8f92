import type { OrderId } from '../../lib/domain/ids';
import type { Settings } from '../../lib/domain/settings';
import type { TrafficStep } from '../schedule/step';
import { install } from '../world/installation';
import type { Stage } from '../world/stage';
import { nth, ordersOf } from './things';

type AppStep = Extract<TrafficStep, { kind: 'import' | 'buffer' | 'follow-orders' | 'pause' | 'try-again' | 're-install' | 'uninstall' }>;

const WHO = 'ana@example.com';
const NEEDS_YOU = { results: ['needs-you'], direction: null, thing: null, search: '', days: null, before: null } as const;

const importOrders = async (stage: Stage, indexes: readonly number[]): Promise<void> => {
  const orders = await ordersOf(stage);
  const ids = indexes.flatMap((index) => nth(orders, index)?.id ?? []);
  const { queued } = await stage.web.app.pages.importOrders(stage.storeHash, ids as OrderId[]);
  for (const id of queued) stage.wanted.imports.add(id);
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
  const { web, storeHash, wanted, platforms, place, time } = stage;
  const store = await web.app.account.findStore(storeHash);
  if (step.kind === 're-install') return void (await install(time, web, place));
  // The pages of an app that is not installed cannot be opened.
  if (store === null || store.state === 'uninstalled') return;
  switch (step.kind) {
    case 'import':
      return importOrders(stage, step.orders);
    case 'buffer':
      if (await changeSettings(stage, (settings) => ({ ...settings, stock: { ...settings.stock, buffer: { kind: 'units', value: step.units } } }))) wanted.buffer = step.units;
      return;
    case 'follow-orders':
      if (await changeSettings(stage, (settings) => ({ ...settings, followImportedOrders: step.isOn })) && !step.isOn) wanted.followsOrders = false;
      return;
    case 'pause':
      await web.app.pages.pause(storeHash, { [step.thing]: step.isOn });
      wanted.pausedThings[step.isOn ? 'add' : 'delete'](step.thing);
      return;
    case 'try-again':
      return tryAllAgain(stage);
    case 'uninstall':
      return void (await platforms.control(`/stores/${place.storeHash}/uninstall`, { body: { silent: true } }));
  }
};
