import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../domain/catalogue-run';
import type { OrderId, ProductId } from '../../domain/ids';
import { saveRun } from '../jobs/catalogue/run-cursor';
import { sampleStore } from '../testing/batteries/sample-records';
import { type Delivery, webhookReceiver } from './receive-webhook';
import { STORE, createTestAccount } from './testing/create-test-account';

const delivery = (rest: Partial<Delivery> = {}): Delivery => ({
  storeHash: STORE,
  webhookId: 'msg-1',
  scope: 'store/order/created',
  body: '{}',
  hint: { kind: 'order', id: 250 as OrderId },
  ...rest,
});

const setUp = async () => {
  const test = createTestAccount();
  await test.database.tables.stores.save(sampleStore(STORE));
  const order = () => test.database.tables.dirty.find(STORE, 'order', '250');
  return { ...test, order };
};

describe('a webhook', () => {
  it('marks the order and wakes its store', async () => {
    const { deps, order, queue } = await setUp();
    await webhookReceiver(deps)(delivery());
    expect(await order()).toMatchObject({ priority: 20, trigger: 'webhook', version: 1 });
    expect(queue.waiting()).toEqual([STORE]);
  });

  it('that comes twice marks again and wakes nobody', async () => {
    const { deps, order, queue } = await setUp();
    await webhookReceiver(deps)(delivery());
    await queue.drain(async () => undefined);
    await webhookReceiver(deps)(delivery());
    expect(await order()).toMatchObject({ version: 2 });
    expect(queue.waiting()).toEqual([]);
  });

  it('about a product wakes nobody: one save sends several', async () => {
    const { deps, queue, database } = await setUp();
    await saveRun(database.tables, STORE, { ...NO_CATALOGUE_RUN, state: 'ready' });
    await webhookReceiver(deps)(delivery({ scope: 'store/product/updated', hint: { kind: 'product', id: 111 as ProductId, isDeleted: false, at: null } }));
    expect(await database.tables.dirty.count(STORE, 'store-product')).toBe(1);
    expect(queue.waiting()).toEqual([]);
  });

  it('of an uninstall ends the store', async () => {
    const { deps, database } = await setUp();
    await webhookReceiver(deps)(delivery({ scope: 'store/app/uninstalled', hint: { kind: 'uninstalled' } }));
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'uninstalled', accessToken: null });
  });

  it('that hints at nothing is kept, and marks nothing', async () => {
    const { deps, database, queue } = await setUp();
    await webhookReceiver(deps)(delivery({ hint: { kind: 'nothing' } }));
    expect(await database.tables.dirty.nextDue(STORE)).toBeNull();
    expect(queue.waiting()).toEqual([]);
    expect(await database.tables.inbox.createMany(STORE, [{ webhookId: 'msg-1', scope: '', body: '', receivedAt: deps.clock.now() }])).toEqual([]);
  });

  it('while access is being confirmed is kept for later', async () => {
    const { deps, database, order, clock } = await setUp();
    await database.tables.stores.changeState(STORE, 'reauthorise', clock.now());
    await webhookReceiver(deps)(delivery());
    expect(await order()).not.toBeNull();
  });

  it('about the store itself has the store read', async () => {
    const { deps, database, queue } = await setUp();
    await webhookReceiver(deps)(delivery({ scope: 'store/information/updated', hint: { kind: 'store' } }));
    expect(queue.waiting()).toEqual([STORE]);
    expect(await database.tables.dirty.find(STORE, 'store', '-')).toMatchObject({ trigger: 'webhook' });
  });

  it('that comes in a burst is its own store’s, and an uninstall among them ends the store', async () => {
    const { deps, database } = await setUp();
    const other = 'other' as typeof STORE;
    await database.tables.stores.save(sampleStore(other));
    const receive = webhookReceiver(deps);
    await Promise.all([
      receive(delivery({ storeHash: other, webhookId: 'msg-0' })),
      receive(delivery({ webhookId: 'msg-1' })),
      receive(delivery({ webhookId: 'msg-2' })),
      receive(delivery({ webhookId: 'msg-3', scope: 'store/app/uninstalled', hint: { kind: 'uninstalled' } })),
    ]);
    expect([await database.tables.dirty.count(other, 'order'), await database.tables.stores.find(STORE)]).toMatchObject([1, { state: 'uninstalled' }]);
    expect(await database.tables.stores.find(other)).toMatchObject({ state: 'active' });
  });

  it('that comes in a burst is taken in with those beside it', async () => {
    const { deps, database, queue } = await setUp();
    const commits: string[] = [];
    const counting = { ...database, transaction: ((commit, work) => (commits.push(commit), database.transaction(commit, work))) as typeof database.transaction };
    const receive = webhookReceiver({ ...deps, database: counting });
    const ids = [250, 251, 252, 251];
    await Promise.all(ids.map((id, index) => receive(delivery({ webhookId: `msg-${index}`, hint: { kind: 'order', id: id as OrderId } }))));
    expect(commits).toEqual(['webhook-received']);
    expect(await database.tables.dirty.count(STORE, 'order')).toBe(3);
    expect(queue.waiting()).toEqual([STORE]);
  });
});
