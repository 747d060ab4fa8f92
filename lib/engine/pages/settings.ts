import type { StoreHash } from '../../domain/ids';
import { goneTargets } from '../../domain/rules/gone-targets';
import { settingsWarnings } from '../../domain/rules/settings-warnings';
import { isReady, setupSteps } from '../../domain/rules/setup-steps';
import type { Settings } from '../../domain/settings';
import type { SettingsView } from '../../domain/views/views';
import { markNow } from '../account/mark-now';
import { PRIORITY } from '../priorities';
import { connectionStateOf, hikeView } from './hike-view';
import { type PageDeps, readStoreState, type StoreState } from './page-deps';
import type { SaveAnswer } from './pages';

export const settings = async (deps: PageDeps, storeHash: StoreHash): Promise<SettingsView> => {
  const state = await readStoreState(deps, storeHash);
  const { saved, store } = state;
  const lists = state.connection?.lists ?? null;
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
      currency: lists?.currency ?? null,
      taxInclusive: lists?.taxInclusive ?? null,
    },
    store: {
      currency: store.profile?.currency ?? '',
      timeZone: store.profile?.timeZone ?? 'UTC',
      pricesIncludeTax: store.profile?.pricesIncludeTax ?? null,
      taxClasses: store.profile?.taxClasses ?? [],
      paymentMethods: await deps.database.tables.orders.listPaymentMethods(storeHash),
    },
    gone: lists === null ? [] : goneTargets(saved.value, lists, store.profile),
    warnings: store.profile === null ? [] : settingsWarnings(store.profile, lists),
  };
};

export const saveSettings = async (
  deps: PageDeps,
  storeHash: StoreHash,
  { version, value, who }: { version: number; value: Settings; who: string },
): Promise<SaveAnswer> => {
  const state = await readStoreState(deps, storeHash);
  const fields = unknownTargets(state, value);
  if (Object.keys(fields).length > 0) return { kind: 'invalid', fields };
  const complete = withStartDate(deps, state, value);
  const wasSaved = await deps.database.transaction(async (tables) => {
    const saved = await tables.settings.save(storeHash, version, { value: complete, savedAt: deps.clock.now(), savedBy: who });
    if (!saved) return false;
    // What was waiting for these settings is looked at again, and orders are judged by them anew.
    await tables.dirty.mark(storeHash, { thing: 'hike-sales', id: '-', priority: PRIORITY.poll, notBefore: deps.clock.now(), trigger: 'person' });
    await markNow(tables, storeHash, { thing: 'orders', now: deps.clock.now() });
    await deps.queue.wake(storeHash, tables);
    return true;
  });
  if (wasSaved) return { kind: 'saved', view: await settings(deps, storeHash) };
  return { kind: 'conflict', savedBy: (await deps.database.tables.settings.get(storeHash)).savedBy || null };
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
export const pause = async (deps: PageDeps, storeHash: StoreHash, paused: { imports?: boolean; sales?: boolean }): Promise<void> => {
  for (let wasSaved = false; !wasSaved; ) {
    const { value: before, version, savedBy } = await deps.database.tables.settings.get(storeHash);
    const value = { ...before, paused: { ...before.paused, ...paused } };
    wasSaved = await deps.database.transaction(async (tables) => {
      const saved = await tables.settings.save(storeHash, version, { value, savedAt: deps.clock.now(), savedBy });
      await tables.dirty.mark(storeHash, { thing: 'hike-sales', id: '-', priority: PRIORITY.poll, notBefore: deps.clock.now(), trigger: 'person' });
      await deps.queue.wake(storeHash, tables);
      return saved;
    });
  }
};
