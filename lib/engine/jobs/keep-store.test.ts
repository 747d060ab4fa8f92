import { describe, expect, it, vi } from 'vitest';
import type { Trigger } from '../../domain/entry';
import { instantPlus } from '../../domain/instant-arithmetic';
import { problem } from '../../domain/problems';
import { aProfile } from '../../domain/testing/a-shop';
import { aSale } from '../../domain/testing/a-sale';
import { connectionEntry } from '../account/connection-entry';
import { markNow } from '../account/mark-now';
import { uninstallStore } from '../account/uninstall-store';
import { sampleStore } from '../testing/batteries/sample-records';
import { createTestContext, NOW } from '../testing/create-test-context';
import { createTestEngine } from '../testing/create-test-engine';
import type { JobContext } from './job';
import { keepStore } from './keep-store';

it('sends after a re-install what the uninstall left unsent', async () => {
  const engine = await createTestEngine();
  const { database: { tables, transaction }, storeHash, clock, vendors } = engine;
  const store = (await tables.stores.find(storeHash))!;
  await tables.stores.save({ ...store, state: 'reauthorise' });
  await engine.ringUp(aSale());
  await transaction('store-uninstalled', (inside) => uninstallStore(inside, storeHash, clock.now()));
  await engine.settle();
  await engine.pass(10 * 24 * 60 * 60_000);
  expect(vendors.createdOrders).toEqual([]);
  await tables.stores.save(sampleStore(storeHash, { profile: store.profile }));
  await transaction('store-installed', (inside) => markNow(inside, storeHash, { thing: 'store', now: clock.now(), trigger: 'person' }));
  await engine.settle();
  expect(vendors.createdOrders).toHaveLength(1);
});

describe('the hourly look at the store', () => {
  const kept = async ({ change = {} as Partial<JobContext>, trigger = 'schedule' as Trigger, prepare = async (_test: Awaited<ReturnType<typeof createTestContext>>): Promise<unknown> => undefined } = {}) => {
    const test = await createTestContext(change);
    const { context, tables, storeHash, mark } = test;
    await tables.stores.save({ ...context.store, unauthorizedRuns: 2 });
    await tables.sales.save(storeHash, { sale: aSale(), fingerprint: 'f', orderId: null, state: 'waiting' }, NOW);
    await prepare(test);
    const extensions = vi.spyOn(context.bigcommerce.store, 'reconcileExtensions');
    const errors = (await keepStore.run(context, [{ ...(await mark('-', { thing: 'store' })), trigger }])).map(({ error }) => error);
    const due = await tables.dirty.listDue(storeHash, NOW, 20);
    const row = (thing: 'store' | 'reconcile') => tables.dirty.find(storeHash, thing, '-');
    return { ...test, errors, row, extensions, due: due.map(({ thing, id }) => `${thing} ${id}`).sort(), storeNow: await tables.stores.find(storeHash), dueRows: due };
  };

  const READ_BACK = ['hike-customers -', 'hike-products -', 'hike-sales -', 'orders -', 'sale 501', 'store-products -'];

  it('keeps what it read, comes again in an hour, and reads nothing back', async () => {
    const { errors, commits, storeNow, due, row, vendors } = await kept();
    expect([errors, commits]).toEqual([[], ['silence-noted', 'store-kept']]);
    expect(storeNow).toMatchObject({ profile: aProfile(), unauthorizedRuns: 0 });
    expect(await row('store')).toMatchObject({ notBefore: instantPlus(NOW, 3_600_000), trigger: 'schedule' });
    expect(await row('reconcile')).not.toBeNull();
    // The watch does not run yet: an answer has it begin.
    expect(due).toEqual(['watch -']);
    expect(vendors.calls.slice(0, 2)).toEqual(['store.profile', 'store.hooks']);
  });

  it('has the menu entry open its own panel', async () => {
    const { extensions } = await kept();
    expect(extensions.mock.calls).toEqual([[[{ model: 'ORDERS', context: 'PANEL', url: '/extension/abc123/orders/${id}', label: 'Import to Hike' }]]]);
  });

  it.each<[string, Parameters<typeof kept>[0]]>([
    ['after an install', { change: { store: sampleStore('abc123' as JobContext['storeHash']) } }],
    ['when a person asks for it, or has installed again', { trigger: 'person' }],
  ])('reads back what happened before the hooks stood, and picks up sales left unsettled, %s', async (_, given) => {
    const { due, dueRows } = await kept(given);
    expect(due).toEqual([...READ_BACK, 'watch -']);
    const priorityOf = (thing: string) => dueRows.find((row) => row.thing === thing);
    expect([priorityOf('sale'), priorityOf('orders'), priorityOf('hike-sales')]).toMatchObject([{ priority: 10, trigger: 'follow-up' }, { priority: 30, trigger: 'follow-up' }, { priority: 30, trigger: 'follow-up' }]);
  });

  it('begins no poll of a shop that is not connected', async () => {
    const { due } = await kept({ trigger: 'person', change: { connection: null } });
    expect(due).toEqual(['orders -', 'sale 501', 'watch -']);
  });

  it('takes an answer for the proof that the access is good again, and closes the entry that asked a person', async () => {
    const news = problem('store-needs-reauthorising');
    const { entries } = await kept({ prepare: ({ tables, storeHash }) => tables.entries.record(storeHash, connectionEntry('bigcommerce', { at: NOW, problem: news })) });
    expect(await entries()).toMatchObject([{ recordId: 'bigcommerce', result: 'done', problem: null, message: 'BigCommerce accepts our access again; every setting was kept.' }]);
  });

  it('leaves an entry about Hike’s access, and opens none where nobody was asked', async () => {
    const { entries } = await kept({ prepare: ({ tables, storeHash }) => tables.entries.record(storeHash, connectionEntry('hike', { at: NOW, problem: problem('hike-not-connected') })) });
    expect((await entries()).filter(({ recordId }) => recordId !== 'webhooks')).toMatchObject([{ recordId: 'hike', result: 'needs-you' }]);
  });
});
