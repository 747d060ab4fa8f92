import { describe, expect, it } from 'vitest';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { QuotaExhausted, UnknownOutcome } from '../../ports/failures';
import { createMemoryDatabase } from '../../testing/create-memory-database';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;

const aMug = (id: number, change: object = {}) =>
  aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })], ...change });

const mugs = (count: number) => Array.from({ length: count }, (_, index) => aMug(1001 + index));

const theirs = (name: string, sku: string) => aStoreProduct({ id: 300, name, sku, barcode: '', images: [], variants: [aStoreVariant({ id: 301, sku, barcode: '' })] });

const inStep = (options: object = {}): Promise<CatalogueEngine> => syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [aStoreProduct()], ...options });

const names = ({ vendors }: CatalogueEngine) => vendors.createdProducts.map(({ name }) => name);

const entry = async (engine: CatalogueEngine, id: number) => (await engine.entries()).find(({ recordId }) => recordId === String(id));

const creates = ({ vendors }: CatalogueEngine) => vendors.calls.filter((name) => name === 'catalogue.create').length;

/** The first answer is lost; whatever happens until the look for it, happens then. */
const loseAnswer = ({ vendors }: CatalogueEngine, meanwhile: () => void = () => undefined): void => {
  vendors.onCall = (moment) => {
    if (moment !== 'catalogue.create:done') return;
    vendors.onCall = () => undefined;
    meanwhile();
    throw new UnknownOutcome('cut');
  };
};

describe('a product that BigCommerce refuses to create', () => {
  it('is told to a person with the reason, and tried no more; the others are created', async () => {
    const engine = await inStep();
    engine.vendors.unlistedInStore.add(300);
    engine.vendors.storeProducts.set(300, theirs('Mug 1002', 'OTHER'));
    await engine.tell(...mugs(3));
    await engine.pass(60 * MINUTE, 4);
    expect(names(engine)).toEqual(['Mug 1001', 'Mug 1003']);
    expect(creates(engine)).toBe(3);
    expect(await engine.plan(1002)).toMatchObject({ standing: 'refused', problem: { code: 'product-name-taken' } });
    expect(await entry(engine, 1002)).toMatchObject({ result: 'needs-you', problem: { code: 'product-name-taken', details: { product: 'Mug 1002' } } });
  });

  it('is told with the reason that is left once its pictures are left out', async () => {
    const engine = await inStep();
    const url = 'https://pics.example/a.jpg';
    engine.vendors.unreachable.add(url);
    engine.vendors.unlistedInStore.add(300);
    engine.vendors.storeProducts.set(300, theirs('Mug 1001', 'OTHER'));
    await engine.tell(aMug(1001, { images: [{ key: '1', url, isPrimary: true }] }));
    expect(creates(engine)).toBe(2);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'refused', problem: { code: 'product-name-taken' } });
  });
});

describe('many products that are created at once', () => {
  it('wait together once the quota is used up, and are all there afterwards', async () => {
    const engine = await inStep();
    let times = 0;
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.create' && (times += 1) >= 3 && times < 40) throw new QuotaExhausted('bigcommerce', 30_000);
    };
    await engine.tell(...mugs(40));
    expect(creates(engine)).toBeLessThanOrEqual(20);
    engine.vendors.onCall = () => undefined;
    await engine.pass(10 * MINUTE, 10);
    expect(new Set(names(engine)).size).toBe(40);
    expect(engine.vendors.createdProducts).toHaveLength(40);
  });

  it('are recorded one by one where they cannot be recorded together, and one that cannot holds up none of the others', async () => {
    const database = createMemoryDatabase();
    const { transaction } = database;
    let fails = 0;
    database.transaction = (commit, work) => {
      if (commit !== 'product-created' || (fails += 1) > 2) return transaction.call(database, commit, work) as ReturnType<typeof work>;
      return Promise.reject(new Error('no room'));
    };
    const engine = await inStep({ database });
    await engine.tell(...mugs(3));
    expect(await database.tables.links.findByHike(engine.storeHash, 'product', ['1001', '1002', '1003'])).toHaveLength(2);
    await engine.pass(10 * MINUTE, 10);
    expect(engine.vendors.createdProducts).toHaveLength(3);
    expect(await database.tables.intents.findMany(engine.storeHash, 'product', ['1001', '1002', '1003'])).toMatchObject(Array(3).fill({ state: 'done', remoteId: expect.stringMatching(/^700[123]$/) as string }));
    expect(await database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ linked: 4 });
    expect(await Promise.all([1001, 1002, 1003].map((id) => engine.plan(id)))).toMatchObject(Array(3).fill({ standing: 'unchanged' }));
    expect(engine.vendors.assignedToChannel).toHaveLength(3);
  });
});

describe('a product whose creation was not answered', () => {
  it('is said to be looked for, until it is found', async () => {
    const engine = await inStep();
    loseAnswer(engine, () => {
      const [made] = [...engine.vendors.storeProducts.values()].filter(({ id }) => id !== 111);
      engine.vendors.storeProducts.delete(made!.id);
      engine.vendors.onCall = (moment) => {
        if (moment === 'catalogue.bySku:done') engine.vendors.storeProducts.set(made!.id, made!);
      };
    });
    await engine.tell(aMug(1001));
    expect(await entry(engine, 1001)).toMatchObject({ result: 'checking', message: expect.stringContaining('answer was lost') as string, nextTryAt: expect.any(String) as string });
    await engine.pass(MINUTE, 6);
    expect(await entry(engine, 1001)).toMatchObject({ result: 'done' });
    expect(creates(engine)).toBe(1);
  });

  it('is found by its name where it has no SKU', async () => {
    const engine = await inStep();
    loseAnswer(engine);
    await engine.tell(aMug(1001, { variants: [aHikeVariant({ id: 1001, name: 'Mug 1001', sku: ' ', barcode: '9300000000994' })] }));
    await engine.pass(10 * MINUTE, 10);
    expect(engine.vendors.calls).toContain('catalogue.byName');
    expect(names(engine)).toEqual(['Mug 1001']);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'unchanged' });
  });

  it('is not taken for one that somebody gave the same name and a SKU of their own', async () => {
    const engine = await inStep();
    loseAnswer(engine, () => {
      const [made] = [...engine.vendors.storeProducts.values()].filter(({ id }) => id !== 111);
      engine.vendors.storeProducts.delete(made!.id);
      engine.vendors.storeProducts.set(300, theirs('Mug 1001', 'THEIRS'));
      engine.vendors.unlistedInStore.add(300);
    });
    await engine.tell(aMug(1001, { variants: [aHikeVariant({ id: 1001, name: 'Mug 1001', sku: '', barcode: '9300000000994' })] }));
    await engine.pass(10 * MINUTE, 10);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'product', ['1001'])).toEqual([]);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'refused', problem: { code: 'product-name-taken' } });
  });
});
