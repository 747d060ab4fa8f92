import { beforeAll, describe, expect, it } from 'vitest';
import { CustomerId, ProductId, VariantId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { Decimal } from '../../domain/money';
import type { ProductDraft, StoreProduct } from '../../domain/store-product';
import { UnknownOutcome } from '../../engine/ports/failures';
import { openSandboxStore, type SandboxStore } from './testing/sandbox-store';

const LONG_AGO = Instant.parse('2020-01-01T00:00:00.000Z');
const NOBODY = ProductId.parse(9_999_999);

/** One grey pixel. */
const drawnPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

let store: SandboxStore;
beforeAll(async () => {
  store = await openSandboxStore();
});

let made = 0;
const draft = (change: Partial<ProductDraft> = {}): ProductDraft => {
  made += 1;
  return {
    name: `Wharf cap ${made}`, brand: 'Harbour Goods', categories: [], price: Decimal.parse('30.00'), isVisible: true, tracking: 'product', sku: `CAP-${made}`, variants: [], images: [],
    ...change,
  };
};

const created = async (change: Partial<ProductDraft> = {}): Promise<StoreProduct> => {
  const answer = await store.bigcommerce.catalogue.create(draft(change));
  if (answer.kind === 'refused') throw new Error(`refused: ${JSON.stringify(answer.problem)}`);
  return answer.product;
};

const sizes = (prefix: string): Partial<ProductDraft> => ({
  sku: '', tracking: 'variant',
  variants: ['S', 'M'].map((label) => ({ sku: `${prefix}-${label}`, values: [{ option: 'Size', label }], price: Decimal.parse('31.00') })),
});

describe('the catalogue of a store', () => {
  it('is read whole, page after page, and by change', async () => {
    const { products, next } = await store.bigcommerce.catalogue.listProducts(null);
    expect(next).toBeNull();
    expect(products.length).toBeGreaterThan(3);
    for (const { variants } of products) expect(variants.length).toBeGreaterThan(0);
    const [first] = products;
    expect((await store.bigcommerce.catalogue.listProducts(first?.id ?? null)).products.map(({ id }) => id)).toEqual(products.slice(1).map(({ id }) => id));
    const changed = await store.bigcommerce.catalogue.listModifiedSince(LONG_AGO, 1);
    expect(changed.map(({ id }) => id).toSorted()).toEqual(products.map(({ id }) => id).toSorted());
    expect(await store.bigcommerce.catalogue.listByIds([NOBODY])).toEqual([]);
  });

  it('takes a product with variants in one call, and finds it by its name and SKUs', async () => {
    const product = await created({ ...sizes('DECK'), seo: { title: 'Deck', description: 'A cap', keywords: 'cap, deck' }, retailPrice: Decimal.parse('35.00') });
    expect(product).toMatchObject({ brand: 'Harbour Goods', options: ['Size'], price: '30', retailPrice: '35', seo: { title: 'Deck', keywords: 'cap, deck' }, variants: [{ sku: 'DECK-S', price: '31' }, { sku: 'DECK-M' }] });
    expect(await store.bigcommerce.catalogue.findBySku('deck-m')).toEqual(product);
    expect(await store.bigcommerce.catalogue.findByName(product.name.toUpperCase())).toEqual(product);
    expect(await store.bigcommerce.catalogue.hasModifiers(product.id)).toBe(false);
  });

  it('refuses a name and a SKU that are taken', async () => {
    const { name, sku } = await created();
    expect(await store.bigcommerce.catalogue.create(draft({ name }))).toEqual({ kind: 'refused', problem: { code: 'product-name-taken', details: { product: name } } });
    expect(await store.bigcommerce.catalogue.create(draft({ sku: sku.toLowerCase() }))).toMatchObject({ kind: 'refused', problem: { code: 'sku-taken' } });
    expect(await store.bigcommerce.catalogue.create(draft({ sku: 'CAP.1' }))).toEqual({ kind: 'refused', problem: { code: 'sku-not-allowed', details: { sku: 'CAP.1' } } });
  });

  it('does not know what became of a product whose answer was lost, and a look-up tells', async () => {
    const lost = draft();
    await store.fault({ when: 'after', kind: 'drop', method: 'POST', path: '/v3/catalog/products$', times: 1 });
    await expect(store.bigcommerce.catalogue.create(lost)).rejects.toThrow(UnknownOutcome);
    expect(await store.bigcommerce.catalogue.findBySku(lost.sku)).toMatchObject({ name: lost.name });
  });

  it('changes products in one call, and each for itself where one stands in the way', async () => {
    const [one, other] = [await created(), await created()];
    const changes = [{ id: one.id, price: Decimal.parse('12.50'), brand: '' }, { id: other.id, name: one.name }, { id: NOBODY, isVisible: false }];
    const outcomes = await store.bigcommerce.catalogue.update(changes);
    expect([one.id, other.id, NOBODY].map((id) => outcomes.get(id))).toMatchObject([{ kind: 'done' }, { kind: 'refused', problem: { code: 'product-name-taken', details: { product: one.name } } }, { kind: 'gone' }]);
    expect((await store.bigcommerce.catalogue.listByIds([one.id]))[0]).toMatchObject({ price: '12.5', brand: '' });
  });

  it('changes variants, and adds one with a new value', async () => {
    const product = await created(sizes('BOOM'));
    const [small, medium] = product.variants;
    const outcomes = await store.bigcommerce.catalogue.updateVariants([
      { id: small?.id as VariantId, productId: product.id, price: Decimal.parse('29.00') },
      { id: medium?.id as VariantId, productId: product.id, sku: 'BOOM-S' },
    ]);
    expect([...outcomes.values()]).toMatchObject([{ kind: 'done' }, { kind: 'refused', problem: { code: 'sku-taken', details: { sku: 'BOOM-S' } } }]);
    expect(await store.bigcommerce.catalogue.addVariant({ productId: product.id, productName: product.name, sku: 'BOOM-L', values: [{ option: 'Size', label: 'L' }] })).toMatchObject({ kind: 'created' });
    expect((await store.bigcommerce.catalogue.listByIds([product.id]))[0]?.variants.map(({ sku, price, values }) => [sku, price, values[0]?.label])).toEqual([['BOOM-S', '29', 'S'], ['BOOM-M', '31', 'M'], ['BOOM-L', null, 'L']]);
  });

  it('takes a variant off sale, and deletes it once', async () => {
    const product = await created(sizes('MOOR'));
    const [small, medium] = product.variants.map(({ id }) => id) as [VariantId, VariantId];
    expect([...(await store.bigcommerce.catalogue.updateVariants([{ id: medium, productId: product.id, isPurchasable: false }])).values()]).toMatchObject([{ kind: 'done' }]);
    const left = async () => (await store.bigcommerce.catalogue.listByIds([product.id]))[0]?.variants.map(({ id, isPurchasable }) => [id, isPurchasable]);
    expect(await left()).toEqual([[small, true], [medium, false]]);
    for (const kind of ['done', 'gone']) expect(await store.bigcommerce.catalogue.deleteVariant(product.id, medium)).toEqual({ kind });
    expect(await left()).toEqual([[small, true]]);
  });

  it('has categories by name, once each', async () => {
    const id = await store.bigcommerce.catalogue.createCategory('Headwear');
    expect(await store.bigcommerce.catalogue.createCategory('headwear')).toBe(id);
    expect(await store.bigcommerce.catalogue.listCategories()).toContainEqual({ id, name: 'Headwear', parentId: null });
    expect(await created({ categories: [id] })).toMatchObject({ categories: [id] });
  });

  it('takes a picture as a file, moves it and lets it go', async () => {
    const { id } = await created();
    const source = { kind: 'file', name: 'cap.png', type: 'image/png', bytes: new Uint8Array(drawnPng) } as const;
    const added = await store.bigcommerce.catalogue.addImage(id, { source, position: 2, isThumbnail: true });
    if (added.kind === 'refused') throw new Error(`refused: ${JSON.stringify(added.problem)}`);
    const imagesOf = async () => (await store.bigcommerce.catalogue.listByIds([id]))[0]?.images;
    expect(await imagesOf()).toEqual([{ id: added.id, position: 2, isThumbnail: true }]);
    expect(await store.bigcommerce.catalogue.changeImage(id, added.id, { position: 0 })).toEqual({ kind: 'done' });
    expect(await imagesOf()).toMatchObject([{ position: 0 }]);
    for (let time = 0; time < 2; time += 1) await store.bigcommerce.catalogue.deleteImage(id, added.id);
    expect(await imagesOf()).toEqual([]);
    expect(await store.bigcommerce.catalogue.changeImage(id, added.id, { position: 1 })).toEqual({ kind: 'gone' });
  });

  it('gives variants their pictures, with the product and as files', async () => {
    const file = { kind: 'file', name: 'cap.png', type: 'image/png', bytes: new Uint8Array(drawnPng) } as const;
    const { id: shownBy } = await created();
    await store.bigcommerce.catalogue.addImage(shownBy, { source: file, position: 0, isThumbnail: true });
    const imageUrl = (await store.bigcommerce.catalogue.listImages(shownBy))[0]?.url ?? '';
    const { id: productId, variants } = await created({ sku: '', variants: ['S', 'M'].map((label, index) => ({ sku: `CAP-${label}-PIC`, values: [{ option: 'Size', label }], ...(index === 0 ? { imageUrl } : {}) })) });
    expect(variants.map((variant) => variant.imageUrl === '')).toEqual([false, true]);
    const [small, medium] = variants.map(({ id }) => id) as [VariantId, VariantId];
    const outcomes = await store.bigcommerce.catalogue.updateVariants([
      { id: small, productId, picture: { kind: 'url', url: 'http://127.0.0.1:1/gone.png' } },
      { id: medium, productId, picture: file },
    ]);
    expect(outcomes.get(small)).toMatchObject({ kind: 'refused', problem: { code: 'image-unreachable' } });
    const stored = (await store.bigcommerce.catalogue.listByIds([productId]))[0]?.variants.find(({ id }) => id === medium);
    expect(outcomes.get(medium)).toEqual({ kind: 'done', imageUrl: stored?.imageUrl });
    expect(stored?.imageUrl).not.toBe('');
  });

  it('shows a small picture as the file that it was, to be compared by content', async () => {
    const { id } = await created();
    const source = { kind: 'file', name: 'cap.png', type: 'image/png', bytes: new Uint8Array(drawnPng) } as const;
    await store.bigcommerce.catalogue.addImage(id, { source, position: 3, isThumbnail: true });
    const [image] = await store.bigcommerce.catalogue.listImages(id);
    expect(image).toMatchObject({ position: 3 });
    expect(await store.bigcommerce.catalogue.fetchImage(image?.url ?? '')).toEqual({ bytes: source.bytes, type: 'image/png' });
  });

  it('says which picture cannot be fetched, and makes no product without it', async () => {
    const url = 'http://127.0.0.1:9/missing.png';
    const refusal = { kind: 'refused', problem: { code: 'image-unreachable', details: { url } } };
    const wanted = draft({ images: [{ source: { kind: 'url', url }, position: 0, isThumbnail: true }] });
    expect(await store.bigcommerce.catalogue.create(wanted)).toEqual(refusal);
    expect(await store.bigcommerce.catalogue.findByName(wanted.name)).toBeNull();
    const { id } = await created();
    expect(await store.bigcommerce.catalogue.addImage(id, { source: { kind: 'url', url }, position: 0, isThumbnail: false })).toEqual(refusal);
  });

  it('forgets what is deleted', async () => {
    const { id } = await created();
    await store.bigcommerce.catalogue.assignToDefaultChannel([id]);
    await store.bigcommerce.catalogue.delete([id]);
    expect(await store.bigcommerce.catalogue.listByIds([id])).toEqual([]);
  });
});

describe('stock of a store', () => {
  it('is set and read by variant and location', async () => {
    const own = await openSandboxStore();
    const { locations } = await own.bigcommerce.store.getProfile();
    const location = locations.find(({ isDefault }) => isDefault);
    if (!location) throw new Error('The demo world has no default location.');
    const answer = await own.bigcommerce.catalogue.create(draft(sizes('MAST')));
    const variants = answer.kind === 'created' ? answer.product.variants : [];
    const gone = VariantId.parse(9_999_999);
    const refused = await own.bigcommerce.inventory.setLevels([...variants.map(({ id }, index) => ({ variantId: id, locationId: location.id, quantity: index + 4 })), { variantId: gone, locationId: location.id, quantity: 1 }]);
    expect(refused).toMatchObject([{ variantId: gone, problem: { code: 'refused-by-bigcommerce' } }]);
    await expect
      .poll(async () => (await own.bigcommerce.inventory.listLevels(variants.map(({ id }) => id), [location.id])).map(({ onHand }) => onHand), { timeout: 10_000 })
      .toEqual([4, 5]);
    const { levels, next } = await own.bigcommerce.inventory.listAllLevels([location.id], 1);
    expect(next).toBeNull();
    expect(levels.map(({ variantId }) => variantId)).toEqual(expect.arrayContaining(variants.map(({ id }) => id)));
  });
});

describe('customers of a store', () => {
  const person = (name: string) => ({ firstName: name, lastName: 'Lane', email: `${name}-${Date.now()}@example.com`, phone: '', company: '', address: null });
  const address = { firstName: '', lastName: '', company: '', street1: '1 Quay St', street2: '', city: 'Sydney', state: 'New South Wales', postcode: '2000', country: 'Australia', countryCode: 'AU', phone: '', email: '' };

  it('are created and changed many at a time, each with its own outcome', async () => {
    const [mia, joe] = [person('mia'), person('joe')];
    const first = await store.bigcommerce.customers.createMany([mia, joe]);
    expect(first).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
    const again = await store.bigcommerce.customers.createMany([person('ben'), mia]);
    expect(again).toMatchObject([{ kind: 'done' }, { kind: 'refused', problem: { details: { message: expect.stringContaining('already in use') as unknown } } }]);
    const ids = await store.bigcommerce.customers.listByEmails([mia.email.toUpperCase(), joe.email]);
    const miaId = ids.get(mia.email)?.[0] as CustomerId;
    expect(ids.size).toBe(2);
    const changes = [{ id: miaId, draft: { ...mia, lastName: 'Lake', address } }, { id: CustomerId.parse(9_999_999), draft: joe }];
    for (let time = 0; time < 2; time += 1) expect(await store.bigcommerce.customers.updateMany(changes)).toMatchObject([{ kind: 'done', id: miaId }, { kind: 'refused' }]);
  });
});
