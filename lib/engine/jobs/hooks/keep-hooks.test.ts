import { describe, expect, it, vi } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { aProfile, someSettings } from '../../../domain/testing/a-shop';
import type { StoreRecord } from '../../ports/tables';
import { sampleStore } from '../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { readRun, saveRun } from '../catalogue/run-cursor';
import type { JobContext } from '../job';
import { readHooksWatch, saveHooksWatch } from './hooks-watch';
import { HOOK_SCOPES, putHooksRight, recordGoodHooks } from './keep-hooks';

const ORDER = 'store/order/updated';
const PRODUCT = 'store/product/updated';
const HOUR_AGO = '2026-01-20T02:00:00.000Z' as Instant;
const DAY_AGO = '2026-01-19T03:00:00.000Z' as Instant;
const SOON = instantPlus(NOW, 90_000);
const NOTHING_KNOWN = { goodAt: null, silence: null, oldSecretUntil: null };

type Watch = Awaited<ReturnType<typeof readHooksWatch>>;

const setUp = async (watch: Partial<Watch> = {}, store: Partial<StoreRecord> = {}, change: Partial<JobContext> = {}) => {
  const record = sampleStore('abc123' as JobContext['storeHash'], { profile: aProfile(), ...store });
  const test = await createTestContext({ store: record, ...change });
  const { tables, storeHash, database, context, mark } = test;
  await tables.stores.save(record);
  await saveHooksWatch(tables, storeHash, { ...NOTHING_KNOWN, ...watch });
  const good = async () => {
    const row = await mark('-', { thing: 'store' });
    await database.transaction('store-kept', (inside) => recordGoodHooks(context, inside, { row, checkedAt: NOW }));
  };
  return { ...test, good, watch: () => readHooksWatch(tables, storeHash) };
};

describe('topics that had fallen silent', () => {
  it.each<[string, Partial<Watch>, Partial<StoreRecord>, Watch['silence']]>([
    ['since they were last known to speak', { goodAt: HOUR_AGO }, {}, { since: HOUR_AGO, scopes: [ORDER] }],
    ['since the store was first read, where no check is known', {}, {}, { since: aProfile().readAt, scopes: [ORDER] }],
    ['together with those that were noted before, since those were', { goodAt: HOUR_AGO, silence: { since: DAY_AGO, scopes: [PRODUCT, ORDER] } }, {}, { since: DAY_AGO, scopes: [PRODUCT, ORDER] }],
    ['not at all at the first check: there is nothing to make up for', {}, { profile: null }, null],
  ])('are noted %s', async (_, watch, store, silence) => {
    const { context, vendors, watch: now, commits } = await setUp(watch, store);
    for (const scope of HOOK_SCOPES) if (scope !== ORDER) vendors.hooks.set(scope, { secret: context.store.hookSecret, isActive: true, lastEventAt: NOW });
    await putHooksRight(context);
    expect([(await now()).silence, commits]).toEqual([silence, ['silence-noted']]);
    expect(vendors.hooks.get(ORDER)).toMatchObject({ isActive: true, secret: 'secret-of-the-hooks' });
  });

  it('are told where to speak', async () => {
    const { context } = await setUp();
    const reconcile = vi.spyOn(context.bigcommerce.store, 'reconcileHooks');
    await putHooksRight(context);
    expect(reconcile.mock.calls[0]?.[0]).toMatchObject({ destination: 'https://app.example.com/api/bigcommerce/webhooks', secret: 'secret-of-the-hooks', scopes: HOOK_SCOPES });
  });
});

describe('what a silence hid', () => {
  const madeUp = async (scope: string, { startedAt = HOUR_AGO as Instant | null, state = 'in-step' as 'in-step' | 'never', goodUntil = NOW as Instant } = {}) => {
    const bench = await setUp({ silence: { since: HOUR_AGO, scopes: ['store/app/uninstalled', scope] } }, { installedAt: DAY_AGO }, { settings: someSettings({ catalogue: { startedAt } }) });
    const { tables, storeHash, good } = bench;
    await tables.cursors.save(storeHash, 'orders', { goodUntil });
    await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state, store: { ...NO_CATALOGUE_RUN.store, isDone: true } });
    await good();
    const rows = await tables.dirty.listDue(storeHash, '2027-01-01T00:00:00.000Z' as Instant, 10);
    return { ...bench, rows: rows.filter(({ thing }) => thing !== 'store') };
  };

  it.each([
    ['orders', 'store/order/created', 'orders', '-'],
    ['shipments', 'store/shipment/created', 'orders', '-'],
    ['products', 'store/product/deleted', 'store-products', '-'],
    ['variants', 'store/sku/updated', 'store-products', '-'],
    ['counts', 'store/product/inventory/updated', 'store-stock', '*'],
    ['counts of variants', 'store/sku/inventory/order/updated', 'store-stock', '*'],
  ])('of %s (%s) is read once the hooks surely speak', async (_, scope, thing, id) => {
    const { rows } = await madeUp(scope);
    expect(rows.map((row) => [row.thing, row.id, row.notBefore])).toEqual([[thing, id, SOON]]);
  });

  it('of orders is read from its begin on, after the clicks and sales that wait', async () => {
    const { tables, storeHash, rows } = await madeUp(ORDER);
    expect(await tables.cursors.find(storeHash, 'orders')).toEqual({ goodUntil: HOUR_AGO });
    expect(rows).toMatchObject([{ priority: 30, trigger: 'follow-up' }]);
  });

  it('of products has every product gone through anew', async () => {
    const { tables, storeHash } = await madeUp(PRODUCT);
    expect((await readRun(tables, storeHash)).store.isDone).toBe(false);
  });

  it('of products and counts is nothing to a store that never asked for the catalogue', async () => {
    expect((await madeUp(PRODUCT, { state: 'never' })).rows).toEqual([]);
    expect((await madeUp('store/sku/inventory/updated', { startedAt: null })).rows).toEqual([]);
  });

  it('is told once in the sync log, with the time and the topics', async () => {
    const { entries, watch, good } = await madeUp(ORDER);
    await good();
    expect(await entries()).toMatchObject([
      { direction: 'bigcommerce-to-hike', thing: 'connection', recordId: 'webhooks', label: 'Notices from BigCommerce', result: 'done', trigger: 'schedule', attempts: 1, detail: { since: HOUR_AGO, topics: ['store/app/uninstalled', ORDER] } },
    ]);
    expect((await entries())[0]?.message).toBe('BigCommerce had stopped telling us of some changes. It tells us again, and what changed meanwhile is read back.');
    expect(await watch()).toEqual({ ...NOTHING_KNOWN, goodAt: NOW });
  });

  it.each<[string, Instant, number]>([
    ['from before an install is no news: the uninstall took the hooks along', NOW, 0],
    ['from the very install on is', HOUR_AGO, 1],
  ])('%s', async (_, installedAt, count) => {
    const { good, entries, tables, storeHash } = await setUp({ silence: { since: HOUR_AGO, scopes: [ORDER] } }, { installedAt });
    await good();
    expect(await entries()).toHaveLength(count);
    expect(await tables.dirty.find(storeHash, 'orders', '-')).not.toBeNull();
  });
});

describe('the secret that hooks carried before', () => {
  const IN_THREE_DAYS = '2026-01-23T03:00:00.000Z' as Instant;

  it.each<[string, string | null, Instant | null, { previous: string | null; until: Instant | null }]>([
    ['is believed for three days from the first good check on', 'old', null, { previous: 'old', until: IN_THREE_DAYS }],
    ['is believed until then', 'old', SOON, { previous: 'old', until: SOON }],
    ['is forgotten at that time', 'old', NOW, { previous: null, until: null }],
    ['leaves nothing to wait for where there is none', null, SOON, { previous: null, until: null }],
  ])('%s', async (_, previousHookSecret, oldSecretUntil, { previous, until }) => {
    const { good, watch, tables, storeHash } = await setUp({ oldSecretUntil }, { previousHookSecret });
    await good();
    expect(await watch()).toEqual({ goodAt: NOW, silence: null, oldSecretUntil: until });
    expect((await tables.stores.find(storeHash))?.previousHookSecret).toBe(previous);
  });
});
