import { HikeProductId, type StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { productsWrittenBy, stockWrittenBy } from '../../domain/rules/catalogue/settings-writes';
import { goneTargets } from '../../domain/rules/gone-targets';
import { settingsWarnings } from '../../domain/rules/settings-warnings';
import { isReady, setupSteps } from '../../domain/rules/setup-steps';
import type { Settings } from '../../domain/settings';
import type { SettingsView } from '../../domain/views/views';
import { markNow } from '../account/mark-now';
import { markPolls } from '../account/mark-polls';
import { holdForSettings } from '../jobs/catalogue/holds';
import { markEverything } from '../jobs/catalogue/mark-everything';
import { restartPace } from '../jobs/catalogue/run-pace';
import { readRun } from '../jobs/catalogue/run-cursor';
import { markAllStock } from '../jobs/stock/mark-all-stock';
import type { Tables } from '../ports/tables';
import { connectionStateOf, hikeView } from './hike-view';
import { type PageDeps, readStoreState, type StoreState } from './page-deps';
import type { PauseChange, SaveAnswer } from './pages';

export const settings = async (deps: PageDeps, storeHash: StoreHash): Promise<SettingsView> => {
  const state = await readStoreState(deps, storeHash);
  const { saved, store } = state;
  const lists = state.connection?.lists ?? null;
  const { tables } = deps.database;
  const [paymentMethods, productTypes, buffered, run] = await Promise.all([
    tables.orders.listPaymentMethods(storeHash),
    tables.hikeProducts.listTypes(storeHash),
    tables.hikeProducts.findMany(storeHash, Object.keys(saved.value.stock.bufferByProduct).map((id) => HikeProductId.parse(Number(id)))),
    readRun(tables, storeHash),
  ]);
  return {
    value: saved.value,
    version: saved.version,
    savedAt: saved.version === 0 ? null : saved.savedAt,
    savedBy: saved.version === 0 ? null : saved.savedBy,
    setup: setupSteps(saved.value, { connection: connectionStateOf(state), profile: store.profile }),
    hike: {
      ...hikeView(state),
      readAt: lists?.readAt ?? null,
      outlets: lists?.outlets ?? [],
      registers: lists?.registers ?? [],
      paymentTypes: lists?.paymentTypes ?? [],
      taxes: lists?.taxes ?? [],
      productTypes,
      bufferedProducts: buffered.map(({ product: { id, name } }) => ({ id, name })),
      currency: lists?.currency ?? null,
      taxInclusive: lists?.taxInclusive ?? null,
    },
    store: { ...storeView(store), paymentMethods },
    isLookedAt: run.hold?.before != null,
    canMail: deps.mail !== null,
    gone: lists === null ? [] : goneTargets(saved.value, lists, store.profile),
    warnings: store.profile === null ? [] : settingsWarnings(store.profile, lists),
  };
};

const storeView = ({ profile }: StoreState['store']): Omit<SettingsView['store'], 'paymentMethods'> => ({
  currency: profile?.currency ?? '',
  timeZone: profile?.timeZone ?? 'UTC',
  pricesIncludeTax: profile?.pricesIncludeTax ?? null,
  taxClasses: profile?.taxClasses ?? [],
  locations: profile?.locations ?? [],
});

export const saveSettings = async (
  deps: PageDeps,
  storeHash: StoreHash,
  { version, value, who }: { version: number; value: Settings; who: string },
): Promise<SaveAnswer> => {
  const state = await readStoreState(deps, storeHash);
  const fields = unknownTargets(state, value);
  if (Object.keys(fields).length > 0) return { kind: 'invalid', fields };
  // "Start" is pressed on the Products page, after a dry run, and nowhere else.
  const { startedAt } = state.settings.catalogue;
  const complete = withStartDate(deps, state, { ...value, catalogue: { ...value.catalogue, startedAt } });
  const wasSaved = await deps.database.transaction('settings-saved', async (tables) => {
    // Before the settings, as whoever changes the run does: two that wait for each other would both be undone.
    await tables.connections.findForUpdate(storeHash);
    const saved = await tables.settings.save(storeHash, version, { value: complete, savedAt: deps.clock.now(), savedBy: who });
    if (!saved) return false;
    // What was waiting for these settings is looked at again, and orders are judged by them anew.
    await markPolls(tables, storeHash, { now: deps.clock.now(), trigger: 'person' });
    await markNow(tables, storeHash, { thing: 'orders', now: deps.clock.now() });
    await followSettings(tables, storeHash, { before: state.settings, after: complete, now: deps.clock.now() });
    await deps.queue.wake(storeHash, tables);
    return true;
  });
  if (wasSaved) return { kind: 'saved', view: await settings(deps, storeHash) };
  return { kind: 'conflict', savedBy: (await deps.database.tables.settings.get(storeHash)).savedBy || null };
};

/** All that a dry run tells depends on these: another value has each product looked at anew, at no call. */
const dryRunParts = ({ outletId, salePrice, catalogue, stock }: Settings): string => JSON.stringify([outletId, salePrice, catalogue, stock]);

/** Before "Start" the dry run is brought up to date. After it nobody's catalogue is rewritten by a save: what would be is looked at first. */
const followSettings = async (tables: Tables, storeHash: StoreHash, { before, after, now }: { before: Settings; after: Settings; now: Instant }): Promise<void> => {
  if (before.paused.products && !after.paused.products) await restartPace(tables, storeHash, now);
  if (after.catalogue.startedAt === null) {
    if (dryRunParts(before) !== dryRunParts(after)) await markEverything(tables, storeHash, { now, trigger: 'person' });
  } else if (productsWrittenBy(before) !== productsWrittenBy(after) || stockWrittenBy(before) !== stockWrittenBy(after)) {
    await holdForSettings(tables, storeHash, { before, now });
  } else if (before.stock.zeroGuard !== after.stock.zeroGuard) {
    await markAllStock(tables, storeHash, now);
  }
};

/** New choices have to be in Hike; an old one that has vanished since is kept, and shown as gone. */
const unknownTargets = ({ connection, settings: before, store }: StoreState, value: Settings): Record<string, string> => {
  if (connection?.lists == null) return {};
  const goneBefore = new Set(goneTargets(before, connection.lists, store.profile).map(({ path }) => path));
  const gone = goneTargets(value, connection.lists, store.profile).filter(({ path }) => !goneBefore.has(path));
  return Object.fromEntries(gone.map(({ path, sentence }) => [path, sentence]));
};

/** Sales from before the set-up was complete stay where they are, unless the merchant names an earlier date. */
const withStartDate = (deps: PageDeps, state: StoreState, value: Settings): Settings => {
  if (value.startDate !== null) return value;
  const steps = setupSteps(value, { connection: connectionStateOf(state), profile: state.store.profile });
  return isReady(steps) ? { ...value, startDate: deps.clock.now() } : value;
};

/** A switch, not a form: it applies to whatever the settings are now, so a save by somebody else does not stand in its way. */
export const pause = async (deps: PageDeps, storeHash: StoreHash, paused: PauseChange): Promise<void> => {
  for (let wasSaved = false; !wasSaved; ) {
    const { value: before, version, savedBy } = await deps.database.tables.settings.get(storeHash);
    const value = { ...before, paused: { ...before.paused, ...paused } };
    wasSaved = await deps.database.transaction('pause-saved', async (tables) => {
      await tables.connections.findForUpdate(storeHash);
      const saved = await tables.settings.save(storeHash, version, { value, savedAt: deps.clock.now(), savedBy });
      if (before.paused.products && !value.paused.products) await restartPace(tables, storeHash, deps.clock.now());
      await markPolls(tables, storeHash, { now: deps.clock.now(), trigger: 'person' });
      await deps.queue.wake(storeHash, tables);
      return saved;
    });
  }
};
