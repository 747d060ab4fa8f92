import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import { aHikeTee } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreTee } from '../../../domain/testing/a-store-product';
import { setLevel } from '../../testing/fake-inventory';
import { syncedEngine } from './testing/catalogue-engine';

const HOUR_MS = 60 * 60_000;

const small = (change: Partial<HikeProduct> = {}): HikeProduct => aHikeTee({ types: [], variants: aHikeTee().variants.slice(0, 1), ...change });

describe('a product that somebody deletes in BigCommerce while variants of it are removed', () => {
  it.each([
    ['hide', 'catalogue.updateVariants', 'TEE'],
    ['delete', 'catalogue.byIds', 'TEE'],
    ['delete', 'catalogue.deleteVariant', 'TEE'],
    ['delete', 'catalogue.byIds', 'Organic tee'],
  ] as const)('is told as deleted, and nothing more is written (%s, before %s)', async (deletes, before, name) => {
    const engine = await syncedEngine({ hike: [aHikeTee({ types: [] })], store: [aStoreTee()], settings: { catalogue: { ...someSettings().catalogue, deletes } } });
    for (const variantId of [191, 192]) setLevel(engine.vendors, { variantId, onHand: 12 });
    engine.vendors.onCall = (moment) => {
      if (moment === before) engine.vendors.storeProducts.delete(190);
    };
    await engine.tell(small({ name }));
    await engine.pass(HOUR_MS / 2, 6);
    expect(engine.vendors.storeProducts.size).toBe(0);
    expect(await engine.plan(900)).toMatchObject({ standing: 'refused', problem: { code: 'product-deleted-in-bigcommerce' } });
    expect((await engine.entries()).filter(({ recordId, result }) => recordId === '900' && result === 'needs-you')).toHaveLength(1);
    expect(engine.vendors.deletedVariants).toEqual([]);
  });
});
