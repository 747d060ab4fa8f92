import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { PRIORITY } from '../../priorities';
import type { DirtyRow, JobThing, Tables } from '../../ports/tables';
import { readStoreAnew } from '../catalogue/store-reading';
import { sweepOrdersFrom } from '../follow-orders/sweep-orders';
import type { JobContext } from '../job';
import { passSoon } from '../stock/pass-over-levels';
import type { Silence } from './hooks-watch';

/** A hook may take a minute until it tells of anything: what happens within it is read back too. */
const LIVE_AFTER_MS = 90_000;

const ORDERS = /^store\/(order|shipment)\//;
const PRODUCTS = /^store\/(product|sku)\/(created|updated|deleted)$/;
const LEVELS = /^store\/(product|sku)\/inventory\//;

/**
 * Reads back what happened since hooks were last known to be good, of the things whose topics were silent. Changed orders
 * and products are found by their dates; deleted products and levels have none, so those are gone through.
 */
export const makeUpForSilence = async (context: JobContext, tables: Tables, { row, silence }: { row: DirtyRow; silence: Silence }): Promise<void> => {
  const { storeHash, store } = context;
  const { since, scopes } = silence;
  const soon = instantPlus(context.now(), LIVE_AFTER_MS);
  const isSilent = (topics: RegExp) => scopes.some((scope) => topics.test(scope));
  if (isSilent(ORDERS)) {
    await sweepOrdersFrom(tables, storeHash, since);
    await markAt(context, tables, { thing: 'orders', notBefore: soon });
  }
  if (isSilent(PRODUCTS) && (await readStoreAnew(tables, storeHash))) await markAt(context, tables, { thing: 'store-products', notBefore: soon });
  if (isSilent(LEVELS)) await passSoon(context, tables, soon);
  // An uninstall takes the hooks with it: no news for whoever has just installed the app again.
  if (since >= store.installedAt) await tables.entries.record(storeHash, silenceEntry(context, row, silence));
};

const markAt = ({ storeHash }: JobContext, tables: Tables, { thing, notBefore }: { thing: JobThing; notBefore: Instant }): Promise<void> =>
  tables.dirty.mark(storeHash, { thing, id: '-', priority: PRIORITY.poll, notBefore, trigger: 'follow-up' });

const silenceEntry = (context: JobContext, row: DirtyRow, { since, scopes }: Silence): Parameters<Tables['entries']['record']>[1] => ({
  at: context.now(),
  direction: 'bigcommerce-to-hike',
  thing: 'connection',
  recordId: 'webhooks',
  label: 'Notices from BigCommerce',
  bigcommerceId: null,
  hikeId: null,
  result: 'done',
  problem: null,
  message: 'BigCommerce had stopped telling us of some changes. It tells us again, and what changed meanwhile is read back.',
  trigger: row.trigger,
  nextTryAt: null,
  detail: { since, topics: [...scopes] },
});
