import { expect, it } from 'vitest';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { BrokenContract } from '../../ports/failures';
import { syncedEngine } from './testing/catalogue-engine';

const setUp = async () => {
  const engine = await syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [aStoreProduct()] });
  let broken = 0;
  engine.vendors.onCall = (name) => {
    if (name !== 'catalogue.byIds' || broken === 0) return;
    broken -= 1;
    throw new BrokenContract('bigcommerce', 'GET /v3/catalog/products: body: expected object, received null');
  };
  return {
    ...engine,
    /** BigCommerce speaks of the product, and so many looks at it are not understood. */
    async reread(looks: number) {
      const hint = { thing: 'store-product', id: '111', priority: 32, notBefore: engine.clock.now(), trigger: 'webhook' } as const;
      await engine.database.tables.dirty.mark(engine.storeHash, hint);
      broken = looks;
      await engine.pass(30 * 60_000, 120);
    },
    told: async () => (await engine.entries()).filter(({ bigcommerceId }) => bigcommerceId === '111').map(({ thing, result, message }) => [thing, result, message]),
  };
};

it('says nothing of one look that was not understood', async () => {
  const { reread, told, database, storeHash } = await setUp();
  const before = await told();
  await reread(1);
  expect([await told(), await database.tables.dirty.find(storeHash, 'store-product', '111')]).toEqual([before, null]);
});

it('tells of looks that go on failing, as a matter of the connection, and ends that when one comes through', async () => {
  const { reread, told, vendors } = await setUp();
  const before = await told();
  let during: unknown[] = [];
  const { onCall } = vendors;
  vendors.onCall = async (name) => {
    if (name === 'catalogue.byIds') during = await told();
    await onCall(name);
  };
  await reread(4);
  expect(during).toContainEqual(['connection', 'retrying', expect.stringContaining('did not answer properly')]);
  expect(await told()).toEqual([['connection', 'no-change', 'It came through when it was tried again.'], ...before]);
});
