import { Direction, Thing } from '../../domain/entry';
import { OrderId, type StoreHash, type UserId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { entryOf, refusalOf } from '../jobs/entry-of';
import { importSubject } from '../jobs/import-order/import-subject';
import type { Tables } from '../ports/tables';
import { PRIORITY } from '../priorities';
import type { AccountDeps } from './account-deps';
import { forgetCatalogue } from './forget-catalogue';
import type { Visit } from './load-store';

/**
 * The app was taken off the store. The token is forgotten and the work dropped; sessions end because the store is
 * uninstalled. Connection, settings and links stay for a re-install; products and customers are read anew then, after a dry run.
 */
export const uninstallStore = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> => {
  const store = await tables.stores.find(storeHash);
  if (store === null || store.state === 'uninstalled') return;
  // What is under way would note its end after all work was dropped.
  await tables.leases.revoke(storeHash);
  await tables.stores.save({ ...store, state: 'uninstalled', accessToken: null, uninstalledAt: now, unauthorizedRuns: 0 });
  await tables.dirty.deleteAll(storeHash);
  await dropImports(tables, storeHash, now);
  await endRetries(tables, storeHash, now);
  await forgetCatalogue(tables, storeHash, { isOtherShop: false });
  await stopCatalogue(tables, storeHash, now);
};

/**
 * Their work is gone: the page offers them again, and the log no longer promises an end. Where a sale was sent that Hike
 * has not answered for, it may stand there already: that is looked up after a re-install, before anything else is done.
 */
const dropImports = async (tables: Tables, storeHash: StoreHash, at: Instant): Promise<void> => {
  const orders = await tables.orders.list(storeHash, { states: ['importing', 'checking'], search: '', offset: 0, limit: MOST_IMPORTS });
  const unanswered = new Set(await tables.intents.listUnanswered(storeHash, 'sale'));
  const ends = orders.map((order) => ({ order, ...(unanswered.has(String(order.id)) ? UNANSWERED : DROPPED) }));
  for (const { order, state } of ends) await tables.orders.save(storeHash, { ...order, state, problem: null });
  await tables.entries.recordMany(
    storeHash,
    ends.map(({ order: { id }, result, message }) => ({ ...importSubject({ id: String(id) }), at, recordId: String(id), result, problem: null, message, trigger: 'person', nextTryAt: null, detail: null })),
  );
};

const MOST_IMPORTS = 10_000;
const DROPPED = { state: 'to-import', result: 'left-out', message: 'The app was uninstalled before this import came to its end; import the order again.' } as const;
const UNANSWERED = {
  state: 'checking',
  result: 'checking',
  message: 'The app was uninstalled before Hike had answered; once it is installed again, it looks whether the sale was made.',
} as const;

/** Nobody comes back to what was to be tried again: after a re-install it is looked at as if for the first time. */
const endRetries = async (tables: Tables, storeHash: StoreHash, at: Instant): Promise<void> => {
  await askAgain(tables, storeHash, at);
  const { entries } = tables;
  const retried = await entries.list(storeHash, { results: RETRIED, direction: null, thing: null, search: '', from: null, before: null, limit: MOST_ENTRIES });
  for (const thing of Thing.options) {
    for (const direction of Direction.options) {
      const recordIds = retried.filter((one) => one.thing === thing && one.direction === direction).map(({ recordId }) => recordId);
      if (recordIds.length > 0) await entries.close(storeHash, { thing, direction, recordIds, results: RETRIED }, { at, message: 'The app was uninstalled before this was tried again.' });
    }
  }
};

/** What a person had asked to be looked at once more is theirs to settle, as before. */
const askAgain = async ({ entries, orders }: Tables, storeHash: StoreHash, at: Instant): Promise<void> => {
  const retried = await entries.list(storeHash, { results: RETRIED, direction: 'bigcommerce-to-hike', thing: 'order', search: '', from: null, before: null, limit: MOST_ENTRIES });
  const seen = await orders.findMany(storeHash, retried.flatMap(({ recordId }) => OrderId.safeParse(Number(recordId)).data ?? []));
  const open = seen.flatMap(({ id, state, problem }) => (problem !== null && (state === 'changed' || state === 'needs-you') ? [{ row: { id: String(id), trigger: 'person' as const }, problem }] : []));
  await entries.recordMany(
    storeHash,
    open.map(({ row, problem }) => entryOf({ now: () => at }, { row, subject: importSubject(row), outcome: refusalOf(problem) })),
  );
};

const MOST_ENTRIES = 100_000;
/** By the app itself, or because a person asked for it. */
const RETRIED = ['retrying', 'waiting'] as const;

/**
 * The looks that an uninstall put off. What is offered for import is read as well: of an order that had just been taken
 * up again, nobody would hold back the goods.
 */
export const resumeImports = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> => {
  const orders = await tables.orders.list(storeHash, { states: ['checking', 'to-import'], search: '', offset: 0, limit: MOST_IMPORTS });
  await tables.dirty.markMany(
    storeHash,
    orders.map(({ id, state }) =>
      state === 'checking'
        ? { thing: 'import-order', id: String(id), priority: PRIORITY.person, notBefore: now, trigger: 'person' }
        : { thing: 'order', id: String(id), priority: PRIORITY.order, notBefore: now, trigger: 'follow-up' },
    ),
  );
};

/** Changes that nobody told us of meanwhile are looked at by a person before they are written. */
const stopCatalogue = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> => {
  const { value, version, savedBy } = await tables.settings.get(storeHash);
  if (value.catalogue.startedAt === null) return;
  const wasSaved = await tables.settings.save(storeHash, version, { value: { ...value, catalogue: { ...value.catalogue, startedAt: null } }, savedAt: now, savedBy });
  if (!wasSaved) throw new Error('somebody saved the settings at the same moment');
};

const JTI_MARGIN_MS = 60_000;

/**
 * BigCommerce says that a person uninstalled the app. The same kind of token stands in the address of every launch, where
 * any staff member can read their own: so one that already opened the app is refused, and so is a stranger's.
 */
export const uninstallByCallback = (deps: Pick<AccountDeps, 'database' | 'clock'>, visit: Visit): Promise<'uninstalled' | 'refused'> =>
  deps.database.transaction('store-uninstalled', async (tables) => {
    const store = await tables.stores.find(visit.storeHash);
    if (store === null || store.state === 'uninstalled') return 'uninstalled';
    if (!(await maySpeak(tables, visit))) return 'refused';
    const isFirstUse = await tables.codes.create(visit.jti, 'load-jti', { value: {}, expiresAt: instantPlus(visit.expiresAt, JTI_MARGIN_MS) });
    if (!isFirstUse) return 'refused';
    await uninstallStore(tables, visit.storeHash, deps.clock.now());
    return 'uninstalled';
  });

const maySpeak = async (tables: Tables, { storeHash, user, owner }: Visit): Promise<boolean> =>
  user.id === owner.id || (await tables.members.find(storeHash, user.id)) !== null;

/** The person lost their place in the store: membership, sessions and, with the last membership, their data. */
export const removeMember = (deps: Pick<AccountDeps, 'database'>, member: { storeHash: StoreHash; userId: UserId }): Promise<void> =>
  deps.database.tables.members.delete(member.storeHash, member.userId);
