import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HikeProductId, ProductId } from '../../../domain/ids';
import { someSettings } from '../../../domain/testing/a-shop';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { LeaseLost, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { linkByHand, unlinkByHand } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const TOTE = 812 as HikeProductId;
const at = (name: string) => `https://pics.example/${name}.jpg`;
const inStore = (id: number) => `https://cdn.example/${id}.jpg`;

/** The first is the primary one. */
const tote = (...names: string[]) => aHikeProduct({ types: [], images: names.map((name, index) => ({ key: name, url: at(name), isPrimary: index === 0 })) });

const bag = (...ids: number[]) => aStoreProduct({ images: ids.map((id, position) => ({ id, position, isThumbnail: position === 0 })) });

/** Two products cannot have one SKU, so it stays as BigCommerce has it. */
const owners = { ...someSettings().catalogue.owners, sku: 'bigcommerce', barcode: 'bigcommerce', images: 'hike' };

/** Matched with what BigCommerce had, where pictures show these; then the merchant has Hike own images, and Hike shows those. */
const switched = async ({ has, shows, before = () => undefined }: { has: Record<number, string | null>; shows: string[]; before?: (engine: CatalogueEngine) => void }): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike: [tote('old')], store: [bag(...Object.keys(has).map(Number))] });
  for (const [id, name] of Object.entries(has)) engine.vendors.storePictures.set(inStore(Number(id)), name === null ? null : at(name));
  const { value } = await engine.database.tables.settings.get(engine.storeHash);
  await engine.change({ catalogue: { ...value.catalogue, owners: { ...value.catalogue.owners, images: 'hike' } } });
  before(engine);
  engine.vendors.calls.length = 0;
  await engine.tell(tote(...shows));
  return engine;
};

const ours = async ({ database, storeHash }: CatalogueEngine) => (await database.tables.images.listOf(storeHash, [TOTE])).map(({ imageId, key }) => [imageId, key]);

const added = ({ vendors }: CatalogueEngine) => vendors.addedImages.map(({ draft }) => (draft.source.kind === 'url' ? draft.source.url : draft.source.name));

const shown = ({ vendors }: CatalogueEngine, productId = 111) => [...(vendors.storeProducts.get(productId)?.images ?? [])].sort((a, b) => a.position - b.position).map(({ id, isThumbnail }) => (isThumbnail ? `${id} first` : `${id}`));

describe('a picture that BigCommerce has already', () => {
  it('is taken over instead of added, and follows Hike from then on', async () => {
    const engine = await switched({ has: { 11: 'a', 12: 'b' }, shows: ['a', 'b'] });
    expect(engine.writes()).toEqual([]);
    expect(await ours(engine)).toEqual([[11, 'a'], [12, 'b']]);
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'unchanged' });
    await engine.tell(tote('a'));
    expect(engine.vendors.deletedImages).toEqual([12]);
  });

  it('is moved to its place among Hike’s, and what differs is added and left', async () => {
    const engine = await switched({ has: { 11: 'b', 12: 'stranger', 13: 'a' }, shows: ['a', 'new', 'b'] });
    expect(added(engine)).toEqual([at('new')]);
    expect(await ours(engine)).toEqual([[11, 'b'], [13, 'a'], [expect.any(Number), 'new']]);
    const own = shown(engine).filter((picture) => picture !== '12');
    expect(own[0]).toMatch(/^13/);
    expect(own[2]).toMatch(/^11/);
    expect(engine.vendors.deletedImages).toEqual([]);
  });

  it('counts as another where it cannot be fetched', async () => {
    const engine = await switched({ has: { 11: null, 12: 'a' }, shows: ['a', 'b'] });
    expect(added(engine)).toEqual([at('b')]);
  });

  it('is taken once, though it shows twice', async () => {
    const engine = await switched({ has: { 11: 'a', 12: 'a' }, shows: ['a'] });
    expect(added(engine)).toEqual([]);
    expect(await ours(engine)).toEqual([[11, 'a']]);
  });

  it('is looked for among twenty, and with one call alone', async () => {
    const engine = await switched({ has: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [11 + index, `shot ${index}`])), shows: ['shot 19', 'shot 20'] });
    expect(engine.vendors.calls.filter((name) => name === 'catalogue.fetchImage')).toHaveLength(20);
    expect(engine.vendors.calls.filter((name) => name === 'catalogue.images')).toHaveLength(1);
    expect(added(engine)).toEqual([at('shot 20')]);
  });

  it('is not asked for where all that BigCommerce has is from us, or nothing is to be added', async () => {
    const engine = await switched({ has: {}, shows: ['a'] });
    await engine.tell(tote('a', 'b'));
    expect(added(engine)).toEqual([at('a'), at('b')]);
    expect(engine.vendors.calls).not.toContain('catalogue.images');
  });

  it('is waited for while its host does not answer', async () => {
    const engine = await switched({
      has: { 11: 'a' },
      shows: ['a'],
      before: ({ vendors }) => {
        vendors.onCall = (moment) => {
          if (moment !== 'catalogue.fetchImage') return;
          vendors.onCall = () => undefined;
          throw new TransientFailure('503');
        };
      },
    });
    await engine.pass(60_000, 3);
    expect(added(engine)).toEqual([]);
    expect(await ours(engine)).toEqual([[11, 'a']]);
  });

  it.each([
    ['its answer is lost', () => new UnknownOutcome('cut')],
    ['the process is killed before it is kept', () => new LeaseLost('killed')],
  ])('is added once when %s and a stranger stands beside it', async (_, spoiled) => {
    const engine = await switched({
      has: { 11: 'stranger' },
      shows: ['a'],
      before: ({ vendors }) => {
        vendors.onCall = (moment) => {
          if (moment !== 'catalogue.addImage:done') return;
          vendors.onCall = () => undefined;
          for (const { id } of vendors.storeProducts.get(111)?.images ?? []) if (id !== 11) vendors.storePictures.set(inStore(id), at('a'));
          throw spoiled();
        };
      },
    });
    await engine.pass(10 * 60_000, 20);
    expect(added(engine)).toEqual([at('a')]);
    expect((await ours(engine)).map(([, key]) => key)).toEqual(['a']);
    const key = `${TOTE}:${createHash('sha256').update(at('a')).digest('hex')}`;
    expect(await engine.database.tables.intents.find(engine.storeHash, 'image', key)).toMatchObject({ state: 'done' });
  });
});

describe('a product that is linked by hand to another', () => {
  const other = () => aStoreProduct({ id: 112, images: [], name: 'Bag', sku: 'BAG', barcode: '', variants: [aStoreVariant({ id: 212, sku: 'BAG', barcode: '' })] });
  const link = (engine: CatalogueEngine, productId: number) => engine.act((tables, hash, now) => linkByHand(tables, hash, { hikeId: TOTE, productId: productId as ProductId, now }));

  const linked = (): Promise<CatalogueEngine> => syncedEngine({ hike: [tote('a', 'b')], store: [bag(), other()], settings: { catalogue: { ...someSettings().catalogue, owners } } });

  it('has its pictures there too, where Hike owns them', async () => {
    const engine = await linked();
    expect(engine.vendors.addedImages.map(({ productId }) => productId)).toEqual([111, 111]);
    expect(await link(engine, 112)).toBeNull();
    await engine.pass(60_000, 5);
    expect(engine.vendors.addedImages.map(({ productId }) => productId)).toEqual([111, 111, 112, 112]);
    expect(shown(engine, 112)).toHaveLength(2);
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'unchanged' });
  });

  it('is not given them twice when it comes back to the product that has them', async () => {
    const engine = await linked();
    await engine.act((tables, hash, now) => unlinkByHand(tables, hash, { hikeIds: [TOTE], now }));
    expect(await link(engine, 111)).toBeNull();
    await engine.pass(60_000, 5);
    expect(engine.vendors.addedImages).toHaveLength(2);
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'unchanged' });
  });
});
