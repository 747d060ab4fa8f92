import { describe, expect, it } from 'vitest';
import type { HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { webhookReceiver } from '../../account/receive-webhook';
import { LeaseLost, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { markProducts } from './mark-products';
import { retryProducts } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const priced = (price: string, id = 812, sku = 'TOTE-01') =>
  aHikeProduct({ id, name: id === 812 ? 'Canvas tote' : `Mug ${id}`, types: [], variants: [aHikeVariant({ id, sku, barcode: id === 812 ? '9300000000017' : '', levels: [anOutletLevel({ priceIncTax: price })] })] });

const inStep = async (settings: Record<string, unknown> = {}): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [aStoreProduct()], settings });
  engine.vendors.calls.length = 0;
  return engine;
};

const ownedByHike = (...fields: string[]) => {
  const { catalogue } = someSettings();
  return { catalogue: { ...catalogue, owners: { ...catalogue.owners, ...Object.fromEntries(fields.map((field) => [field, 'hike'])) } } };
};

const hook = async (engine: CatalogueEngine, id: number, at = engine.clock.now()): Promise<void> => {
  const deps = { database: engine.database, clock: engine.clock, queue: { wake: async () => undefined } };
  const hint = { kind: 'product', id: id as ProductId, isDeleted: false, at } as const;
  await webhookReceiver(deps)({ storeHash: engine.storeHash, webhookId: `msg-${id}-${at}`, scope: 'store/product/updated', body: '{}', hint });
  await engine.pass(6_000);
};

describe('a product that changes in Hike', () => {
  it('has only what differs written', async () => {
    const engine = await inStep();
    await engine.tell(priced('25'));
    expect(engine.vendors.productChanges).toEqual([{ id: 111, price: '25' }]);
    expect(engine.writes()).toEqual(['catalogue.update']);
  });

  it('costs no product call when only its count moved', async () => {
    const engine = await inStep();
    await engine.tell(aHikeProduct({ types: [], variants: [aHikeVariant({ levels: [anOutletLevel({ onHand: 130_000, available: 110_000 })] })] }));
    expect(engine.vendors.calls.filter((name) => name.startsWith('catalogue.') && name !== 'catalogue.since')).toEqual([]);
    expect(engine.vendors.levelWrites.at(-1)).toMatchObject([{ variantId: 211, quantity: 11 }]);
  });

  it('never has a full field overwritten by an empty one', async () => {
    const engine = await inStep(ownedByHike('description', 'brand', 'seo'));
    await engine.tell(aHikeProduct({ types: [], description: '', brand: '' }));
    expect(engine.writes()).toEqual([]);
    expect(engine.vendors.storeProducts.get(111)).toMatchObject({ description: '<p>Heavy cotton</p>', brand: 'Acme' });
  });

  it('is finished like any other when its create was not answered and the store’s own word of it comes first', async () => {
    const engine = await inStep();
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.create:done') throw new UnknownOutcome('cut');
    };
    const mug = priced('9.5', 5001, 'MUG-5001');
    engine.vendors.hikeProducts.set(mug.id, { ...mug, modifiedAt: engine.clock.now() });
    await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'hike-products', id: '-', priority: 0, notBefore: engine.clock.now(), trigger: 'schedule' });
    await engine.settle();
    const [made] = [...engine.vendors.storeProducts.values()].filter(({ id }) => id !== 111);
    await hook(engine, made!.id);
    await engine.pass(15 * 60_000, 5);
    expect(engine.vendors.createdProducts).toHaveLength(1);
    expect(engine.vendors.assignedToChannel).toContain(made!.id);
    expect(engine.vendors.levelWrites.flat()).toContainEqual(expect.objectContaining({ variantId: made!.variants[0]!.id }));
    expect((await engine.entries()).filter(({ recordId }) => recordId === '5001').map(({ result }) => result)).toEqual(['done']);
  });

  it('gets the price of today when its create was not answered and Hike has changed it since', async () => {
    const engine = await inStep();
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.create:done') throw new UnknownOutcome('cut');
      if (moment === 'catalogue.bySku') throw new TransientFailure('503', null, 'bigcommerce');
    };
    await engine.tell(priced('9.5', 5001, 'MUG-5001'));
    await engine.tell(priced('8.5', 5001, 'MUG-5001'));
    engine.vendors.onCall = () => undefined;
    await engine.pass(15 * 60_000, 30);
    expect(engine.vendors.createdProducts).toHaveLength(1);
    const [made] = [...engine.vendors.storeProducts.values()].filter(({ id }) => id !== 111);
    expect(made?.price).toBe('8.5');
  });

  it('has nothing open in the log once a look shows that its unanswered update was taken', async () => {
    const engine = await inStep();
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.update:done') throw new UnknownOutcome('cut');
    };
    await engine.tell(priced('25'));
    engine.vendors.onCall = () => undefined;
    await hook(engine, 111);
    await engine.pass(60_000, 2);
    expect((await engine.entries()).filter(({ result }) => result === 'retrying')).toEqual([]);
  });

  it('gets its new variant', async () => {
    const engine = await syncedEngine({ hike: [aHikeTee({ types: [] })] });
    const tee = aHikeTee({ types: [] });
    await engine.tell({ ...tee, variants: [...tee.variants, aHikeVariant({ id: 903, name: 'Organic tee / L', sku: 'TEE-L', barcode: '', values: ['L'] })] });
    expect(engine.vendors.addedVariants).toMatchObject([{ productId: 7001, sku: 'TEE-L' }]);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'variant', ['903'])).toHaveLength(1);
    expect(engine.vendors.levelWrites.flat()).toContainEqual(expect.objectContaining({ variantId: 700151 }));
  });

  it('goes through when another one of the same call is refused, which a person then sees', async () => {
    const ids = [812, 1001, 1002];
    const engine = await syncedEngine({ hike: ids.map((id) => priced('22', id, `SKU-${id}`)) });
    const bad = [...engine.vendors.storeProducts.values()].find(({ name }) => name === 'Mug 1001')?.id ?? 0;
    engine.vendors.refusedProducts.add(bad);
    await engine.tell(...ids.map((id) => priced('30', id, `SKU-${id}`)));
    expect(engine.vendors.productChanges).toHaveLength(2);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'refused', problem: { code: 'refused-by-bigcommerce' } });
    expect(await engine.plan(1002)).toMatchObject({ standing: 'unchanged' });
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ recordId: '1001', result: 'needs-you' }));
  });

  it('is written again on a retry, when BigCommerce had taken its variants and refused the product', async () => {
    const tee = (price: string) => aHikeTee({ types: [], variants: aHikeTee().variants.map((variant, index) => ({ ...variant, levels: [anOutletLevel({ priceIncTax: index === 0 ? price : '40' })] })) });
    const engine = await syncedEngine({ hike: [tee('22')] });
    engine.vendors.refusedProducts.add(7001);
    await engine.tell(tee('25'));
    expect(engine.vendors.variantChanges).toMatchObject([{ price: '25' }]);
    expect(await engine.plan(900)).toMatchObject({ standing: 'refused' });
    engine.vendors.refusedProducts.clear();
    await engine.act((tables, hash, now) => retryProducts(tables, hash, { hikeIds: [900 as HikeProductId], now }));
    expect(engine.vendors.productChanges).toMatchObject([{ id: 7001, price: '25' }]);
    expect(await engine.plan(900)).toMatchObject({ standing: 'unchanged' });
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ recordId: '900', result: 'done', message: 'Updated: Price.' }));
  });

  it('is written once when the process is killed after the answer', async () => {
    const engine = await inStep();
    let killed = false;
    engine.vendors.onCall = (moment) => {
      if (moment !== 'catalogue.update:done' || killed) return;
      killed = true;
      throw new LeaseLost('killed');
    };
    await engine.tell(priced('25'));
    await engine.pass(60_000);
    expect(engine.vendors.storeProducts.get(111)?.price).toBe('25');
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
  });
});

describe('a product that changes in BigCommerce', () => {
  it('has the price that Hike owns written again', async () => {
    const engine = await inStep();
    const store = engine.vendors.storeProducts.get(111);
    await engine.pass(60_000);
    engine.vendors.storeProducts.set(111, { ...aStoreProduct(), ...store, price: '9' as never, modifiedAt: engine.clock.now() });
    await hook(engine, 111);
    expect(engine.vendors.productChanges.at(-1)).toEqual({ id: 111, price: '22' });
  });

  it('has it written again within minutes when it was edited right after we published its stock', async () => {
    const engine = await inStep();
    await engine.pass(60_000);
    await engine.tell(aHikeProduct({ types: [], variants: [aHikeVariant({ levels: [anOutletLevel({ onHand: 130_000, available: 110_000 })] })] }));
    await engine.pass(20_000);
    const store = engine.vendors.storeProducts.get(111);
    engine.vendors.storeProducts.set(111, { ...aStoreProduct(), ...store, price: '9' as never, modifiedAt: engine.clock.now() });
    await hook(engine, 111);
    expect(engine.vendors.productChanges).toEqual([]);
    await engine.pass(90_000, 3);
    expect(engine.vendors.productChanges).toEqual([{ id: 111, price: '22' }]);
  });

  it('keeps the description that Hike does not own', async () => {
    const engine = await inStep();
    await engine.pass(60_000);
    engine.vendors.storeProducts.set(111, aStoreProduct({ description: '<p>Written for the web</p>', modifiedAt: engine.clock.now() }));
    await hook(engine, 111);
    expect(engine.writes()).toEqual([]);
  });

  it('costs no call when the change was ours', async () => {
    const engine = await inStep();
    await engine.tell(priced('25'));
    engine.vendors.calls.length = 0;
    const written = engine.vendors.storeProducts.get(111)?.modifiedAt ?? engine.clock.now();
    await hook(engine, 111, written);
    expect(engine.vendors.calls).toEqual([]);
  });

  it('is a problem when it was deleted there while Hike still has it, and is never made anew', async () => {
    const engine = await inStep();
    await engine.pass(60_000);
    engine.vendors.storeProducts.delete(111);
    await hook(engine, 111);
    expect(await engine.plan(812)).toMatchObject({ standing: 'refused', problem: { code: 'product-deleted-in-bigcommerce' } });
    await engine.tell(priced('25'));
    expect(engine.writes()).toEqual([]);
  });

  it('is told as a problem, though new settings had it compared first', async () => {
    const engine = await inStep();
    engine.vendors.storeProducts.delete(111);
    await engine.act((tables, storeHash) => tables.storeProducts.saveMany(storeHash, [{ product: aStoreProduct(), standing: 'gone', sweep: 1, goneAt: engine.clock.now() }]));
    const { value, version } = await engine.pages.settings(engine.storeHash);
    await engine.pages.saveSettings(engine.storeHash, { version, value: { ...value, stock: { ...value.stock, buffer: { kind: 'units', value: 2 } } } }, 'ana@example.com');
    await engine.settle();
    expect(await engine.entries()).toEqual([]);
    await engine.act((tables, storeHash, now) => markProducts(tables, storeHash, { hikeIds: [812 as HikeProductId], now, trigger: 'follow-up' }));
    await engine.tell(priced('25'));
    expect(await engine.entries()).toMatchObject([{ recordId: '812', result: 'needs-you', problem: { code: 'product-deleted-in-bigcommerce' }, attempts: 1 }]);
  });
});

describe('a quiet hour', () => {
  it('costs nothing but the polls', async () => {
    const engine = await inStep();
    await engine.pass(60 * 60_000, 60);
    expect([...new Set(engine.vendors.calls)].filter((name) => !/^(sales\.list|products\.list|hikeCustomers\.list|customers\.list|catalogue\.since|orders\.list|store\.|shop\.)/.test(name))).toEqual([]);
  });
});
