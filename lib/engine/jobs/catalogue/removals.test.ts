import { describe, expect, it } from 'vitest';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { BrokenContract } from '../../ports/failures';
import { decideRemoval } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const DAY_MS = 24 * 60 * 60_000;

const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })] });

const removing = async (deletes: 'ask' | 'hide' | 'delete', store = aStoreProduct({ isVisible: true })): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [store] });
  await setDeletes(engine, deletes);
  return engine;
};

const setDeletes = async (engine: CatalogueEngine, deletes: 'ask' | 'hide' | 'delete'): Promise<void> => {
  const { value } = await engine.database.tables.settings.get(engine.storeHash);
  await engine.change({ catalogue: { ...value.catalogue, deletes } });
};

const untick = (engine: CatalogueEngine) => engine.tell(aHikeProduct({ types: [], isOnline: false }));

const tick = (engine: CatalogueEngine) => engine.tell(aHikeProduct({ types: [] }));

const decide = (engine: CatalogueEngine, removal: 'hide' | 'delete' | 'keep') =>
  engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds: [812 as HikeProductId], now, removal }));

const visibility = ({ vendors }: CatalogueEngine) => vendors.storeProducts.get(111)?.isVisible;

const deleteInHike = async (engine: CatalogueEngine, ...ids: number[]): Promise<void> => {
  for (const id of ids) engine.vendors.hikeProducts.delete(id);
  await engine.pass(2 * DAY_MS, 48);
};

describe('a product that is no longer sold online in Hike', () => {
  it('waits for a person, who has it hidden', async () => {
    const engine = await removing('ask');
    await untick(engine);
    expect(await engine.plan(812)).toMatchObject({ standing: 'removed' });
    expect(engine.vendors.storeProducts.get(111)?.isVisible).toBe(true);
    await decide(engine, 'hide');
    expect(engine.vendors.storeProducts.get(111)?.isVisible).toBe(false);
  });

  it('still waits for a person who has it tried again', async () => {
    const engine = await removing('ask');
    await untick(engine);
    const [asked] = (await engine.entries()).filter(({ result }) => result === 'needs-you');
    await engine.pages.retryEntry(engine.storeHash, asked!.id);
    await engine.pass(10_000, 3);
    expect((await engine.entries()).find(({ id }) => id === asked!.id)).toMatchObject({ result: 'needs-you', problem: { code: 'product-not-online' } });
  });

  it('is hidden by itself where the setting says so, once, and shown again when it is back', async () => {
    const engine = await removing('hide');
    await untick(engine);
    expect(engine.vendors.storeProducts.get(111)?.isVisible).toBe(false);
    await engine.pass(DAY_MS, 24);
    expect(engine.vendors.productChanges.filter(({ isVisible }) => isVisible === false)).toHaveLength(1);
    await tick(engine);
    expect(engine.vendors.storeProducts.get(111)?.isVisible).toBe(true);
  });

  it('is hidden, not deleted, as long as Hike still has it', async () => {
    const engine = await removing('delete');
    await untick(engine);
    expect(engine.vendors.storeProducts.get(111)?.isVisible).toBe(false);
  });
});

describe('a product that was deleted in Hike', () => {
  it('is deleted in BigCommerce where the setting says so, and forgotten', async () => {
    const engine = await removing('delete');
    await deleteInHike(engine, 812);
    expect(engine.vendors.storeProducts.size).toBe(0);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'product', ['812'])).toEqual([]);
    expect(await engine.plan(812)).toMatchObject({ standing: 'left-out' });
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ message: 'Deleted in BigCommerce, for it is gone from Hike.' }));
  });

  it('is not believed to be deleted because a list leaves it out', async () => {
    const engine = await removing('delete');
    engine.vendors.unlisted.add(812);
    await engine.pass(2 * DAY_MS, 48);
    expect(engine.vendors.calls).toContain('products.find');
    expect(engine.vendors.storeProducts.size).toBe(1);
  });

  it('is not believed to be deleted because it cannot be understood, and holds up no other', async () => {
    const engine = await removing('delete');
    engine.vendors.unlisted.add(812);
    engine.vendors.onCall = (moment) => {
      if (moment === 'products.find') throw new BrokenContract('hike', 'no name');
    };
    await engine.pass(2 * DAY_MS, 48);
    expect(engine.vendors.storeProducts.size).toBe(1);
    expect((await engine.entries()).filter(({ recordId, result }) => recordId === '812' && result === 'needs-you')).toHaveLength(1);
    await engine.tell(aMug(1000));
    expect(await engine.plan(1000)).toMatchObject({ standing: 'unchanged' });
  });

  it('waits for a person together with the others when many are gone at once', async () => {
    const mugs = Array.from({ length: 24 }, (_, index) => aMug(1000 + index));
    const engine = await syncedEngine({ hike: mugs, settings: { catalogue: { ...someSettings().catalogue, newProducts: 'visible' } } });
    await setDeletes(engine, 'hide');
    await engine.tell(...mugs.map((mug) => ({ ...mug, isActive: false })));
    expect([...engine.vendors.storeProducts.values()].every(({ isVisible }) => isVisible)).toBe(true);
    expect(await engine.database.tables.hikeProducts.count(engine.storeHash, { standings: ['removed'], search: '' })).toBe(24);
  });

  it('is not looked for when so many are missing that the list was cut short', async () => {
    const mugs = Array.from({ length: 60 }, (_, index) => aMug(1000 + index));
    const engine = await syncedEngine({ hike: mugs });
    engine.vendors.calls.length = 0;
    for (const { id } of mugs.slice(0, 30)) engine.vendors.unlisted.add(id);
    await engine.pass(2 * DAY_MS, 48);
    expect(engine.vendors.calls).not.toContain('products.find');
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ problem: { code: 'products-missing-in-list', details: { count: '30' } } }));
  });
});

describe('a decision about a removed product', () => {
  const standing = async (engine: CatalogueEngine) => (await engine.plan(812))?.standing;

  it.each(['hide', 'delete'] as const)('to %s what is not ticked ends when it is ticked again: once deleted in Hike, it is asked about anew', async (removal) => {
    const engine = await removing('ask');
    await untick(engine);
    await decide(engine, removal);
    expect(visibility(engine)).toBe(false);
    await tick(engine);
    expect(visibility(engine)).toBe(true);
    await deleteInHike(engine, 812);
    expect([visibility(engine), await engine.plan(812)]).toMatchObject([true, { standing: 'removed', problem: { code: 'product-gone-from-hike' } }]);
  });

  it.each(['hide', 'delete', 'keep'] as const)('to %s what is not ticked says nothing of its deletion in Hike, which is asked about', async (removal) => {
    const engine = await removing('ask');
    await untick(engine);
    await decide(engine, removal);
    expect(await standing(engine)).toBe('kept');
    await deleteInHike(engine, 812);
    expect([engine.vendors.storeProducts.size, await engine.plan(812)]).toMatchObject([1, { standing: 'removed', problem: { code: 'product-gone-from-hike' } }]);
  });

  it('to keep it holds for once, and the next time it is asked about again', async () => {
    const engine = await removing('ask');
    await untick(engine);
    await decide(engine, 'keep');
    await engine.tell(aHikeProduct({ types: [], isOnline: false, isActive: false }));
    expect(await standing(engine)).toBe('kept');
    await tick(engine);
    await untick(engine);
    expect(await standing(engine)).toBe('removed');
  });

  it('that was given in the past lets none pass when many go at once', async () => {
    const mugs = Array.from({ length: 24 }, (_, index) => aMug(1000 + index));
    const engine = await syncedEngine({ hike: mugs, settings: { catalogue: { ...someSettings().catalogue, newProducts: 'visible' } } });
    const hikeIds = mugs.map(({ id }) => id);
    await engine.tell(...mugs.map((mug) => ({ ...mug, isActive: false })));
    await engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds, now, removal: 'hide' }));
    await engine.tell(...mugs);
    await setDeletes(engine, 'hide');
    await engine.tell(...mugs.map((mug) => ({ ...mug, isActive: false })));
    expect([...engine.vendors.storeProducts.values()].filter(({ isVisible }) => !isVisible)).toEqual([]);
    expect(await engine.database.tables.hikeProducts.count(engine.storeHash, { standings: ['removed'], search: '' })).toBe(24);
  });

  it('is not taken about what has changed since the person looked', async () => {
    const engine = await removing('ask');
    await untick(engine);
    const { tables } = engine.database;
    const [seen] = await tables.hikeProducts.findMany(engine.storeHash, [812 as HikeProductId]);
    if (seen === undefined) throw new Error('not seen');
    await tables.hikeProducts.saveMany(engine.storeHash, [{ ...seen, goneAt: engine.clock.now() }]);
    expect(await decide(engine, 'delete')).toEqual([]);
    expect(engine.vendors.storeProducts.size).toBe(1);
  });

  it('is carried out once: shown again by hand in BigCommerce, the product stays shown', async () => {
    const engine = await removing('ask');
    await untick(engine);
    await decide(engine, 'hide');
    engine.vendors.storeProducts.set(111, aStoreProduct({ isVisible: true, modifiedAt: engine.clock.now() }));
    await engine.pass(DAY_MS, 24);
    await engine.tell(aHikeProduct({ types: [], isOnline: false, isActive: false }));
    expect([visibility(engine), await standing(engine)]).toEqual([true, 'kept']);
  });

  it('ends its line in the log', async () => {
    const engine = await removing('ask');
    await untick(engine);
    const open = async () => (await engine.entries()).filter(({ recordId, result }) => recordId === '812' && result === 'needs-you');
    expect(await open()).toHaveLength(1);
    await decide(engine, 'keep');
    expect(await open()).toEqual([]);
  });
});
