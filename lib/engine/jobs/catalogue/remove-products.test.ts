import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { UnknownOutcome } from '../../ports/failures';
import { decideRemoval } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const aMug = (id: number, change: object = {}) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })], ...change });

const mugs = (count: number, from = 1001) => Array.from({ length: count }, (_, index) => aMug(from + index));

/** All of them visible in BigCommerce. */
const selling = async (hike: HikeProduct[], deletes: 'ask' | 'hide' | 'delete' = 'ask'): Promise<CatalogueEngine> => {
  const { catalogue } = someSettings();
  const engine = await syncedEngine({ hike, settings: { catalogue: { ...catalogue, newProducts: 'visible', deletes } } });
  engine.vendors.calls.length = 0;
  return engine;
};

const untick = (engine: CatalogueEngine, some: readonly HikeProduct[]) => engine.tell(...some.map((mug) => ({ ...mug, isOnline: false })));

const deleteInHike = async (engine: CatalogueEngine, some: readonly HikeProduct[]): Promise<void> => {
  for (const { id } of some) engine.vendors.hikeProducts.delete(id);
  await engine.pass(2 * DAY, 48);
};

const decide = (engine: CatalogueEngine, some: readonly HikeProduct[], removal: 'hide' | 'delete') =>
  engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds: some.map(({ id }) => id), now, removal }));

const inStore = ({ vendors }: CatalogueEngine, { name }: HikeProduct) => [...vendors.storeProducts.values()].find((store) => store.name === name);

const visible = ({ vendors }: CatalogueEngine) => [...vendors.storeProducts.values()].filter(({ isVisible }) => isVisible).length;

const waiting = (engine: CatalogueEngine) => engine.database.tables.hikeProducts.count(engine.storeHash, { standings: ['removed'], search: '' });

const entryOf = async (engine: CatalogueEngine, { id }: HikeProduct) => (await engine.entries()).find(({ recordId }) => recordId === String(id));

describe('products that are hidden', () => {
  it('go ten to a call, which is as many as BigCommerce takes', async () => {
    const some = mugs(12);
    const engine = await selling(some);
    await untick(engine, some);
    await decide(engine, some, 'hide');
    expect(engine.writes()).toEqual(['catalogue.update', 'catalogue.update']);
    expect(engine.vendors.productChanges.map(({ isVisible }) => isVisible)).toEqual(Array(12).fill(false));
    expect(await entryOf(engine, some[0]!)).toMatchObject({ result: 'done', message: 'Hidden in BigCommerce, for it is no longer sold online in Hike.', bigcommerceId: String(inStore(engine, some[0]!)?.id) });
  });

  it('are told of where BigCommerce refuses one, which holds up none of the others', async () => {
    const some = mugs(3);
    const engine = await selling(some, 'hide');
    engine.vendors.refusedProducts.add(inStore(engine, some[1]!)?.id ?? 0);
    await untick(engine, some);
    expect(some.map((mug) => inStore(engine, mug)?.isVisible)).toEqual([false, true, false]);
    expect(await engine.plan(1002)).toMatchObject({ standing: 'refused', problem: { code: 'refused-by-bigcommerce' } });
    expect(await entryOf(engine, some[1]!)).toMatchObject({ result: 'needs-you', problem: { code: 'refused-by-bigcommerce' } });
  });

  it('leave nothing to do of one that somebody deleted in BigCommerce meanwhile', async () => {
    const some = mugs(2);
    const engine = await selling(some, 'hide');
    const lost = inStore(engine, some[0]!)!;
    engine.vendors.storeProducts.delete(lost.id);
    await untick(engine, some);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'left-out' });
    expect((await engine.database.tables.storeProducts.findMany(engine.storeHash, [lost.id]))[0]).toMatchObject({ standing: 'gone' });
    expect(visible(engine)).toBe(0);
    engine.vendors.calls.length = 0;
    await engine.pass(60 * MINUTE, 4);
    expect(engine.writes()).toEqual([]);
  });
});

describe('products that go by the setting alone', () => {
  it('are at most twenty in an hour, whatever the number at once: the others wait for a person', async () => {
    const [first, second, third] = [mugs(12), mugs(12, 1101), mugs(12, 1201)];
    const engine = await selling([...first, ...second, ...third], 'hide');
    await untick(engine, first);
    expect(visible(engine)).toBe(24);
    await untick(engine, second);
    expect([visible(engine), await waiting(engine)]).toEqual([24, 12]);
    await engine.pass(60 * MINUTE, 4);
    await untick(engine, third);
    expect([visible(engine), await waiting(engine)]).toEqual([12, 12]);
  });

  it('are not counted together with those that a person decided about', async () => {
    const [byHand, byThemselves] = [mugs(24), mugs(12, 1101)];
    const engine = await selling([...byHand, ...byThemselves], 'hide');
    await untick(engine, byHand);
    await decide(engine, byHand, 'hide');
    expect(visible(engine)).toBe(12);
    await untick(engine, byThemselves);
    expect(visible(engine)).toBe(0);
  });
});

describe('a removal whose answer is lost', () => {
  const loseAnswerOf = ({ vendors }: CatalogueEngine, call: string) => {
    vendors.onCall = (moment) => {
      if (moment !== `${call}:done`) return;
      vendors.onCall = () => undefined;
      throw new UnknownOutcome('cut');
    };
  };

  it('is repeated by itself where the product was to be hidden', async () => {
    const some = mugs(1);
    const engine = await selling(some, 'hide');
    loseAnswerOf(engine, 'catalogue.update');
    await untick(engine, some);
    await engine.pass(10 * MINUTE, 10);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'kept' });
    expect(await entryOf(engine, some[0]!)).toMatchObject({ result: 'done' });
  });

  it('is repeated by itself where the product was to be deleted, and no other goes with it', async () => {
    const some = mugs(2);
    const engine = await selling(some, 'delete');
    loseAnswerOf(engine, 'catalogue.delete');
    await deleteInHike(engine, some.slice(0, 1));
    expect([...engine.vendors.storeProducts.values()].map(({ name }) => name)).toEqual(['Mug 1002']);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'left-out', problem: null });
    expect(await engine.database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ linked: 1, gone: 0 });
    expect(await entryOf(engine, some[0]!)).toMatchObject({ result: 'done' });
  });
});
