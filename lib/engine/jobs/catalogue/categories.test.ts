import { describe, expect, it } from 'vitest';
import type { FieldOwner } from '../../../domain/catalogue-words';
import type { HikeProduct } from '../../../domain/hike-product';
import { CategoryId, type HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { webhookReceiver } from '../../account/receive-webhook';
import { linkByHand } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const tote = (...types: string[]): HikeProduct => aHikeProduct({ types: types.map((name, index) => ({ id: index + 1, name })) });

const ownedBy = (categories: FieldOwner) => {
  const { catalogue } = someSettings();
  return { catalogue: { ...catalogue, owners: { ...catalogue.owners, categories } } };
};

/** Made from Hike's, as a bag. */
const created = async (owner: FieldOwner): Promise<{ engine: CatalogueEngine; id: ProductId }> => {
  const engine = await syncedEngine({ hike: [tote('Bags')], settings: ownedBy(owner) });
  const [id] = engine.vendors.storeProducts.keys();
  if (id === undefined) throw new Error('not created');
  return { engine, id: ProductId.parse(id) };
};

const namesIn = ({ vendors }: CatalogueEngine, id: ProductId) => (vendors.storeProducts.get(id)?.categories ?? []).map((one) => vendors.categories.find((known) => known.id === one)?.name ?? one);

/** As a person does it in BigCommerce, which tells of it. */
const categorise = async (engine: CatalogueEngine, id: ProductId, change: (categories: CategoryId[]) => CategoryId[]): Promise<void> => {
  const product = engine.vendors.storeProducts.get(id);
  if (product === undefined) throw new Error('not there');
  const at = engine.clock.now();
  engine.vendors.storeProducts.set(id, { ...product, categories: change(product.categories), modifiedAt: at });
  const deps = { database: engine.database, clock: engine.clock, queue: { wake: async () => undefined } };
  await webhookReceiver(deps)({ storeHash: engine.storeHash, webhookId: `msg-${id}-${at}`, scope: 'store/product/updated', body: '{}', hint: { kind: 'product', id, isDeleted: false, at } });
  await engine.pass(6_000);
};

const BY_HAND = CategoryId.parse(7);

describe('the categories of a product', () => {
  it('follow Hike’s types where Hike decides, and those added by hand stay', async () => {
    const { engine, id } = await created('hike');
    expect(namesIn(engine, id)).toEqual(['Bags']);
    await categorise(engine, id, (categories) => [...categories, BY_HAND]);
    await engine.tell(tote('Bags', 'Sale'));
    expect(namesIn(engine, id)).toEqual(['Bags', 7, 'Sale']);
    await engine.tell(tote('Sale'));
    expect(namesIn(engine, id)).toEqual([7, 'Sale']);
    await engine.tell(tote('Summer'));
    expect(namesIn(engine, id)).toEqual([7, 'Summer']);
  });

  it('stay as they were found where the product was there before', async () => {
    const engine = await syncedEngine({ hike: [tote('Bags')], store: [aStoreProduct({ categories: [BY_HAND] })], settings: ownedBy('hike') });
    const id = ProductId.parse(111);
    expect(namesIn(engine, id)).toEqual([7, 'Bags']);
    await engine.tell(tote('Sale'));
    expect(namesIn(engine, id)).toEqual([7, 'Sale']);
  });

  it('keep what a person added since we last looked, and lose what a person took away', async () => {
    const { engine, id } = await created('hike');
    await categorise(engine, id, (categories) => [...categories, BY_HAND]);
    // While Hike tells of the product: no webhook comes in time.
    engine.vendors.onCall = (moment) => {
      if (moment !== 'products.list:done') return;
      engine.vendors.onCall = () => undefined;
      const product = engine.vendors.storeProducts.get(id)!;
      engine.vendors.storeProducts.set(id, { ...product, categories: [...product.categories.filter((one) => one !== BY_HAND), CategoryId.parse(8)] });
    };
    await engine.tell(tote('Bags', 'Sale'));
    expect(namesIn(engine, id)).toEqual(['Bags', 8, 'Sale']);
    // Ours is still told apart from theirs.
    await engine.tell(tote('Sale'));
    expect(namesIn(engine, id)).toEqual([8, 'Sale']);
  });

  it('are not asked for where none is to be written', async () => {
    const { engine } = await created('hike');
    engine.vendors.calls.length = 0;
    await engine.tell({ ...tote('Bags'), variants: [aHikeVariant({ levels: [anOutletLevel({ priceIncTax: '30' })] })] });
    expect(engine.writes()).toEqual(['catalogue.update']);
    expect(engine.vendors.calls).not.toContain('catalogue.byIds');
  });

  it.each<[FieldOwner, string[]]>([
    ['bigcommerce', ['Bags']],
    ['nobody', []],
  ])('are not touched once it is there where the owner is %s', async (owner, expected) => {
    const { engine, id } = await created(owner);
    expect(namesIn(engine, id)).toEqual(expected);
    await engine.tell(tote('Bags', 'Sale'));
    await engine.tell(tote('Summer'));
    expect(namesIn(engine, id)).toEqual(expected);
  });

  it('that one product was given are not taken from another that it is linked to later', async () => {
    const { engine, id } = await created('hike');
    const [bags] = engine.vendors.storeProducts.get(id)?.categories ?? [];
    if (bags === undefined) throw new Error('no category');
    const other = aStoreProduct({ categories: [bags] });
    engine.vendors.storeProducts.set(other.id, { ...other, modifiedAt: engine.clock.now() });
    await engine.pass(2 * 60 * 60_000, 4);
    expect(await engine.act((tables, hash, now) => linkByHand(tables, hash, { hikeId: 812 as HikeProductId, productId: other.id, now }))).toBeNull();
    await engine.tell(tote('Sale'));
    expect(namesIn(engine, other.id)).toEqual(['Bags', 'Sale']);
  });
});
