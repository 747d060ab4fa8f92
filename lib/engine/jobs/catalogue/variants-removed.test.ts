import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { TransientFailure } from '../../ports/failures';
import { decideRemoval } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const HOUR_MS = 60 * 60_000;

/** A sock with as many sizes, from a number on. */
const aSock = (id: number, sizes: number, from = 0): HikeProduct =>
  aHikeProduct({
    id,
    name: `Sock ${id}`,
    types: [],
    options: ['Size', 'Colour'],
    variants: Array.from({ length: sizes }, (_, index) => aHikeVariant({ id: id * 100 + from + index, name: `Sock ${from + index}`, sku: `SOCK-${id}-${from + index}`, barcode: '', values: [`${from + index}`, 'Red'] })),
  });

const selling = async (hike: HikeProduct[], deletes: 'ask' | 'hide' | 'delete'): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike, settings: { catalogue: { ...someSettings().catalogue, deletes } } });
  await engine.pass(2 * 60_000, 4);
  engine.vendors.calls.length = 0;
  return engine;
};

const lose = async (engine: CatalogueEngine, ...left: HikeProduct[]): Promise<void> => {
  await engine.tell(...left);
  await engine.pass(HOUR_MS / 2, 4);
};

const decide = async (engine: CatalogueEngine, id: number, removal: 'hide' | 'delete') => {
  await engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds: [id as HikeProductId], now, removal }));
  await engine.pass(10 * 60_000, 4);
};

const inStore = ({ vendors }: CatalogueEngine, name: string) => [...vendors.storeProducts.values()].find((store) => store.name === name)!;

const known = async ({ database, storeHash, vendors }: CatalogueEngine) => (await database.tables.storeProducts.findMany(storeHash, [...vendors.storeProducts.values()].map(({ id }) => id))).map(({ product }) => product);

const messages = async (engine: CatalogueEngine) => (await engine.entries()).filter(({ result }) => result === 'done').map(({ message }) => message);

const offSale = (engine: CatalogueEngine, name: string) => inStore(engine, name).variants.filter(({ isPurchasable }) => !isPurchasable).length;

describe('variants that go from a product that stays', () => {
  it.each([
    ['hide', 'Taken off sale in BigCommerce, for they are gone from Hike: SOCK-1-1, SOCK-1-2.'],
    ['delete', 'Deleted in BigCommerce, for they are gone from Hike: SOCK-1-1, SOCK-1-2.'],
  ] as const)('are named together in the log, and known as BigCommerce has them now: %s', async (deletes, message) => {
    const engine = await selling([aSock(1, 3)], deletes);
    await lose(engine, aSock(1, 1));
    expect(await messages(engine)).toContain(message);
    expect((await known(engine))[0]?.variants).toEqual(inStore(engine, 'Sock 1').variants);
    expect((await engine.entries()).find((entry) => entry.message === message)).toMatchObject({ bigcommerceId: String(inStore(engine, 'Sock 1').id) });
  });

  it('are forgotten with those that somebody deleted in BigCommerce before', async () => {
    const engine = await selling([aSock(1, 3)], 'delete');
    const store = inStore(engine, 'Sock 1');
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.byIds') engine.vendors.storeProducts.set(store.id, { ...store, variants: store.variants.slice(0, 2) });
    };
    await lose(engine, aSock(1, 1));
    expect(engine.vendors.deletedVariants).toEqual([store.variants[1]!.id]);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'variant', ['101', '102'])).toEqual([]);
    expect(await messages(engine)).toContain('Deleted in BigCommerce, for they are gone from Hike: SOCK-1-1, SOCK-1-2.');
  });

  it.each(['hide', 'delete'] as const)('are told to a person where BigCommerce refuses one, and the other goes: %s', async (deletes) => {
    const engine = await selling([aSock(1, 3)], deletes);
    engine.vendors.refusedVariants.add(inStore(engine, 'Sock 1').variants[1]!.id);
    await lose(engine, aSock(1, 1));
    expect(inStore(engine, 'Sock 1').variants.filter(({ isPurchasable }) => isPurchasable).map(({ sku }) => sku)).toEqual(['SOCK-1-0', 'SOCK-1-1']);
    expect(await engine.plan(1)).toMatchObject({ standing: 'refused', problem: { code: 'refused-by-bigcommerce' } });
    expect((await engine.entries()).filter(({ result }) => result === 'needs-you')).toMatchObject([{ recordId: '1', problem: { code: 'refused-by-bigcommerce' } }]);
    expect((await known(engine))[0]?.variants).toEqual(inStore(engine, 'Sock 1').variants);
  });

  it('are tried again, which the log says, where BigCommerce was away; other products go on', async () => {
    const engine = await selling([aSock(1, 2), aSock(2, 2)], 'hide');
    let times = 0;
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.updateVariants' && (times += 1) === 1) throw new TransientFailure('503', null, null);
    };
    await engine.tell(aSock(1, 1), aSock(2, 1));
    for (let minute = 0; minute < 30 && times === 0; minute += 1) await engine.pass(60_000);
    expect([offSale(engine, 'Sock 1'), offSale(engine, 'Sock 2')].sort()).toEqual([0, 1]);
    expect((await engine.entries()).filter(({ result }) => result === 'retrying')).toHaveLength(1);
    await engine.pass(HOUR_MS / 2, 4);
    expect([offSale(engine, 'Sock 1'), offSale(engine, 'Sock 2')]).toEqual([1, 1]);
    expect((await engine.entries()).filter(({ result }) => result === 'retrying')).toEqual([]);
  });

  it('stay where they moved to another product in Hike, until that is gone too', async () => {
    const engine = await selling([aSock(1, 2)], 'hide');
    const moved = { ...aSock(1, 1, 1), id: 2 as HikeProductId, name: 'Sock 2', options: ['Size', 'Colour'] };
    await lose(engine, aSock(1, 1), moved);
    expect(offSale(engine, 'Sock 1')).toBe(0);
    engine.vendors.hikeProducts.delete(2);
    await engine.pass(48 * HOUR_MS, 48);
    await lose(engine, { ...aSock(1, 1), description: 'Warm' });
    expect(offSale(engine, 'Sock 1')).toBe(1);
  });

  it('are named by their values where they have no SKU', async () => {
    const engine = await selling([aSock(1, 3)], 'hide');
    const store = inStore(engine, 'Sock 1');
    await engine.act((tables, hash) => tables.storeProducts.saveMany(hash, [{ product: { ...store, variants: store.variants.map((variant) => ({ ...variant, sku: '' })) }, standing: 'linked', sweep: 1, goneAt: null }]));
    await lose(engine, aSock(1, 2));
    expect(await messages(engine)).toContain('Taken off sale in BigCommerce, for it is gone from Hike: 2 / Red.');
  });

  it('go fifty to a call', async () => {
    const engine = await selling([aSock(1, 60)], 'ask');
    await lose(engine, aSock(1, 2));
    engine.vendors.calls.length = 0;
    await decide(engine, 1, 'hide');
    expect(offSale(engine, 'Sock 1')).toBe(58);
    expect(engine.writes()).toEqual(['catalogue.updateVariants', 'catalogue.updateVariants']);
    expect(engine.vendors.variantChanges).toHaveLength(58);
  });
});

describe('variants that go by the setting alone', () => {
  it('are at most twenty in an hour, over all products', async () => {
    const engine = await selling([aSock(1, 13), aSock(2, 13)], 'hide');
    await lose(engine, aSock(1, 1));
    await lose(engine, aSock(2, 1));
    expect([offSale(engine, 'Sock 1'), offSale(engine, 'Sock 2')]).toEqual([12, 0]);
    expect(await engine.plan(2)).toMatchObject({ standing: 'removed', problem: { code: 'variants-gone-from-hike' } });
  });

  it('are not counted together with those that a person decided about', async () => {
    const engine = await selling([aSock(1, 30), aSock(2, 13)], 'hide');
    await lose(engine, aSock(1, 1));
    await decide(engine, 1, 'hide');
    expect(offSale(engine, 'Sock 1')).toBe(29);
    await lose(engine, aSock(2, 1));
    expect(offSale(engine, 'Sock 2')).toBe(12);
  });
});
