import { expect, it } from 'vitest';
import { aHikeProduct, aHikeTee } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee } from '../../../domain/testing/a-store-product';
import type { Tables } from '../../ports/tables';
import { syncedEngine } from './testing/catalogue-engine';
import { unlinkProducts } from './unlink-products';

it('takes all links of many products apart at once, those of their variants too', async () => {
  const [tote, tee] = [aHikeProduct({ types: [] }), aHikeTee({ types: [] })];
  const engine = await syncedEngine({ hike: [tote, tee], store: [aStoreProduct(), aStoreTee()] });
  const deleted: number[] = [];
  const counting = ({ links, ...others }: Tables): Tables => ({
    ...others,
    links: {
      ...links,
      delete: () => Promise.reject(new Error('one by one')),
      deleteMany: (hash, some) => (deleted.push(some.length), links.deleteMany(hash, some)),
    },
  });
  const unlinked = await engine.database.transaction('products-acted-on', (tables) => unlinkProducts(counting(tables), engine.storeHash, { hikeIds: [tote.id, tee.id] }));
  expect([...unlinked].sort()).toEqual([tote.id, tee.id].sort());
  expect(deleted).toHaveLength(1);
  for (const thing of ['product', 'variant'] as const) {
    const ids = [tote, tee].flatMap(({ id, variants }) => (thing === 'product' ? [String(id)] : variants.map((variant) => String(variant.id))));
    expect(await engine.database.tables.links.findByHike(engine.storeHash, thing, ids)).toEqual([]);
  }
});
