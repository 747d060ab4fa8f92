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
    await engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds: [812 as HikeProductId], now, removal: 'hide' }));
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
    await engine.tell(aHikeProduct({ types: [] }));
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
