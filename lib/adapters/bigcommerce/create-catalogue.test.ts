import { describe, expect, it } from 'vitest';
import { CategoryId, ProductId, VariantId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { Decimal } from '../../domain/money';
import type { ProductDraft } from '../../domain/store-product';
import { RefusedByVendor, UnknownOutcome } from '../../engine/ports/failures';
import { productAnswer, variantAnswer } from './testing/product-answer';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const HOME = '/stores/abc123/v3/catalog';
const listed = (data: unknown[], pages = 1) => ({ body: { data, meta: { pagination: { total_pages: pages } } } });
const brands = listed([{ id: 36, name: 'Acme' }]);
const product = ProductId.parse(118);

const pathsOf = (sent: { method: string; url: string }[]) => sent.map(({ method, url }) => `${method} ${url.replace(HOME, '').split('?')[0]}`);

describe('reading products', () => {
  it('has them with variants, images and the name of the brand, in two calls', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => (url.includes('/brands') ? brands : listed([productAnswer(), productAnswer({ id: 119, brand_id: 0 })], 2)));
    const { products, next } = await bigcommerce.catalogue.listProducts(ProductId.parse(100));
    expect(products[0]).toEqual({
      id: 118, name: 'Dustpan & Brush', description: '<p>Sweeps</p>', sku: 'DUST1', barcode: '930', brand: 'Acme', categories: [18, 21], searchKeywords: 'brush, dust',
      seo: { title: 'Dustpan', description: 'Sweeps well', keywords: 'a, b' }, price: '34.95', salePrice: '0', retailPrice: '39.5', taxClassId: 0, isVisible: true, tracking: 'product',
      options: [], hasModifiers: false, modifiedAt: '2018-09-05T20:43:09.000Z',
      variants: [{ id: 93, sku: 'DUST1', barcode: '', values: [], price: null, salePrice: null, retailPrice: null, isPurchasable: true, imageUrl: '' }], images: [{ id: 382, position: 1, isThumbnail: true }],
    });
    expect(products[1]).toMatchObject({ id: 119, brand: '' });
    expect(next).toBe(119);
    expect(sent[0]?.url).toMatch(/\/products\?include=variants,images&exclude_fields=weight,.*&limit=250&sort=id&direction=asc&id:greater=100$/);
    expect(sent).toHaveLength(2);
  });

  it('asks for each brand once, and says when there is no more', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => (url.includes('/brands') ? brands : listed([productAnswer()])));
    expect((await bigcommerce.catalogue.listProducts(null)).next).toBeNull();
    await bigcommerce.catalogue.listProducts(null);
    expect(pathsOf(sent)).toEqual(['GET /products', 'GET /brands', 'GET /products']);
  });

  it('has options and their values', async () => {
    const values = [{ id: 1, option_id: 9, option_display_name: 'Size', label: 'S' }, { id: 2, option_id: 8, option_display_name: 'Colour', label: 'Red' }];
    const { bigcommerce } = scriptedBigCommerce(() => listed([productAnswer({ brand_id: null, option_set_id: 55, variants: [variantAnswer({ option_values: values, price: 12 })] })]));
    expect((await bigcommerce.catalogue.listByIds([product]))[0]).toMatchObject({
      options: ['Size', 'Colour'], variants: [{ values: [{ option: 'Size', label: 'S' }, { option: 'Colour', label: 'Red' }], price: '12' }],
    });
  });

  it('asks for those modified since a whole second', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([]));
    expect(await bigcommerce.catalogue.listModifiedSince(Instant.parse('2026-01-15T03:20:00.900Z'), 3)).toEqual([]);
    expect(sent[0]?.url).toMatch(/&date_modified:min=2026-01-15T03:20:00\+00:00&sort=date_modified&direction=asc&page=3$/);
  });

  it('finds exactly a name, and exactly a SKU', async () => {
    const { bigcommerce } = scriptedBigCommerce(({ url }) => {
      if (url.includes('/brands')) return brands;
      return url.includes('/variants') ? listed([variantAnswer({ sku: 'DUST10', product_id: 5 }), variantAnswer({ sku: 'dust1' })]) : listed([productAnswer()]);
    });
    const { findByName, findBySku } = bigcommerce.catalogue;
    expect(await findByName(' dustpan & brush ')).toMatchObject({ id: 118 });
    expect(await findByName('Dustpan')).toBeNull();
    expect(await findBySku('DUST1')).toMatchObject({ id: 118 });
    expect(await findBySku('DUST2')).toBeNull();
    expect(await findBySku(' ')).toBeNull();
  });

  it.each([[[{ id: 1 }], true], [[], false]])('knows by %j whether there are modifiers', async (data, has) => {
    expect(await scriptedBigCommerce(() => listed(data)).bigcommerce.catalogue.hasModifiers(product)).toBe(has);
  });
});

const draft = (change: Partial<ProductDraft> = {}): ProductDraft => ({
  name: 'Organic tee', brand: 'Acme', categories: [CategoryId.parse(18)], price: Decimal.parse('30.00'), isVisible: false, tracking: 'variant', sku: '',
  variants: [
    { sku: 'TEE', values: [{ option: 'Size', label: 'S' }] },
    { sku: 'TEE-M', barcode: '931', values: [{ option: 'Size', label: 'M' }], price: Decimal.parse('31.5') },
  ],
  images: [
    { source: { kind: 'url', url: 'https://x.example/a.png' }, position: 0, isThumbnail: true },
    { source: { kind: 'file', name: 'b.png', type: 'image/png', bytes: Uint8Array.of(1) }, position: 1, isThumbnail: false },
  ],
  ...change,
});
const simple = draft({ variants: [], images: [], sku: 'TEE' });
const refusing = (status: number, body: unknown) => scriptedBigCommerce(() => ({ status, body })).bigcommerce.catalogue;

describe('creating a product', () => {
  it('is one call with variants and images by address', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: productAnswer({ variants: [variantAnswer(), variantAnswer({ id: 94 })] }) } }));
    expect(await bigcommerce.catalogue.create(draft())).toMatchObject({ kind: 'created', product: { id: 118, brand: 'Acme', variants: [{ id: 93 }, { id: 94 }] } });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toEqual({
      name: 'Organic tee', type: 'physical', weight: 0, price: 30, brand_name: 'Acme', categories: [18], is_visible: false, inventory_tracking: 'variant', sku: '',
      variants: [
        { sku: 'TEE', option_values: [{ option_display_name: 'Size', label: 'S' }] },
        { sku: 'TEE-M', upc: '931', price: 31.5, option_values: [{ option_display_name: 'Size', label: 'M' }] },
      ],
      images: [{ image_url: 'https://x.example/a.png', sort_order: 0, is_thumbnail: true }],
    });
  });

  it.each<[string, object | null]>([
    ['without its variants', { ...productAnswer(), variants: undefined }],
    ['without its images', { ...productAnswer({ variants: [variantAnswer(), variantAnswer({ id: 94 })] }), images: undefined }],
  ])('is read back when the answer comes %s', async (_name, data) => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ method, url }) => (method === 'POST' ? { body: { data } } : url.includes('/brands') ? brands : listed([productAnswer()])));
    expect(await bigcommerce.catalogue.create(draft())).toMatchObject({ kind: 'created', product: { images: [{ id: 382 }] } });
    expect(pathsOf(sent)).toEqual(['POST /products', 'GET /products']);
  });

  it.each<[string, object]>([
    ['cannot be read', { status: 403, body: {} }],
    ['is not listed yet', listed([])],
  ])('is of unknown outcome when what was created %s', async (_name, answer) => {
    const { bigcommerce } = scriptedBigCommerce(({ method }) => (method === 'POST' ? { body: { data: { ...productAnswer(), variants: undefined } } } : answer));
    await expect(bigcommerce.catalogue.create(draft())).rejects.toThrow(UnknownOutcome);
  });

  it('counts as created when a part of it was not stored', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ status: 207, body: { data: [productAnswer()], errors: { status: 207, title: 'The address could not be saved.' } } }));
    expect(await bigcommerce.catalogue.create(simple)).toMatchObject({ kind: 'created', product: { id: 118 } });
  });

  it.each<[string, number, object, object]>([
    ['the name is taken', 409, { title: 'The product name is a duplicate.', errors: { name: 'duplicate of product 7' } }, { code: 'product-name-taken', details: { product: 'Organic tee' } }],
    ['the headline alone says so', 409, { title: 'The product name is a duplicate' }, { code: 'product-name-taken', details: { product: 'Organic tee' } }],
    ['a SKU is taken', 409, { title: 'The sku "TEE-M" is a duplicate.', errors: { sku: 'duplicate of variant 3' } }, { code: 'sku-taken', details: { sku: 'TEE-M' } }],
    ['a variant’s SKU is taken', 422, { title: 'Invalid.', errors: { 'variants.1.sku': 'TEE-M is already in use' } }, { code: 'sku-taken', details: { sku: 'TEE-M' } }],
    ['a SKU has other characters', 422, { title: 'Invalid.', errors: { 'variants.0.sku': 'may hold letters and digits' } }, { code: 'sku-not-allowed', details: { sku: 'TEE' } }],
    ['a category is missing', 409, { title: 'One or more categories do not exist.', errors: { categories: 'missing 18' } }, { code: 'refused-by-bigcommerce', details: { message: 'One or more categories do not exist. (categories: missing 18)' } }],
    ['a brand is missing', 409, { title: 'The brand does not exist.', errors: { brand_id: 'missing' } }, { code: 'refused-by-bigcommerce' }],
    ['a picture is not reached', 400, { title: 'Bad image.', errors: { invalid_reason: 'https://x.example/a.png answered 404' } }, { code: 'image-unreachable', details: { url: 'https://x.example/a.png' } }],
    ['the plan is full', 507, { title: 'Limit reached.' }, { code: 'product-plan-limit' }],
    ['something else is wrong', 422, { title: 'Invalid.', errors: { weight: 'is heavy' } }, { code: 'refused-by-bigcommerce', details: { message: 'Invalid. (weight: is heavy)' } }],
    ['nothing was stored', 207, { data: null, errors: { title: 'No.' } }, { code: 'refused-by-bigcommerce' }],
  ])('is refused when %s', async (_name, status, body, problem) => {
    expect(await refusing(status, body).create(draft())).toEqual({ kind: 'refused', problem: expect.objectContaining(problem) as unknown });
  });

  it('is no refusal when nothing may be written at all', async () => {
    await expect(refusing(403, { title: 'Missing scope.' }).create(simple)).rejects.toThrow(RefusedByVendor);
  });
});

const change = (id: number, name = `Product ${id}`) => ({ id: ProductId.parse(id), name });

describe('changing products', () => {
  it('is one call for ten, with what changes alone', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([{ id: 1, date_modified: '2026-01-15T03:20:05+00:00' }, { id: 2 }]));
    const outcomes = await bigcommerce.catalogue.update([
      { id: ProductId.parse(1), brand: '', seo: { title: 'T', description: '', keywords: 'a, b ,' }, barcode: '930', salePrice: Decimal.parse('9.90') },
      { id: ProductId.parse(2), categories: [], isVisible: true },
    ]);
    expect([...outcomes]).toEqual([[1, { kind: 'done', modifiedAt: '2026-01-15T03:20:05.000Z' }], [2, { kind: 'done', modifiedAt: null }]]);
    expect(sent).toMatchObject([
      { method: 'PUT', body: [{ id: 1, brand_id: 0, page_title: 'T', meta_description: '', meta_keywords: ['a', 'b'], upc: '930', sale_price: 9.9 }, { id: 2, categories: [], is_visible: true }] },
    ]);
  });

  it('goes on one by one where one of them refuses the batch', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => {
      if (url.endsWith('/products')) return { status: 409, body: { title: 'The product name is a duplicate.', errors: { name: 'duplicate' } } };
      if (url.endsWith('/2')) return { status: 409, body: { title: 'The product name is a duplicate.', errors: { name: 'duplicate' } } };
      return url.endsWith('/3') ? { status: 404, body: {} } : { body: { data: { id: 1 } } };
    });
    expect([...(await bigcommerce.catalogue.update([change(1), change(2), change(3)]))]).toEqual([
      [1, { kind: 'done', modifiedAt: null }],
      [2, { kind: 'refused', problem: { code: 'product-name-taken', details: { product: 'Product 2' } } }],
      [3, { kind: 'gone' }],
    ]);
    expect(pathsOf(sent)).toEqual(['PUT /products', 'PUT /products/1', 'PUT /products/2', 'PUT /products/3']);
  });

  it('sends again alone what a partial success leaves out', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => (url.endsWith('/products') ? { status: 207, body: { data: [{ id: 1 }], errors: {} } } : { status: 422, body: { title: 'No.' } }));
    expect((await bigcommerce.catalogue.update([change(1), change(2)])).get(ProductId.parse(2))).toMatchObject({ kind: 'refused' });
    expect(sent).toHaveLength(2);
  });

  it('is a single call for a single one, and none for none', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ status: 404, body: {} }));
    expect([...(await bigcommerce.catalogue.update([change(7)]))]).toEqual([[7, { kind: 'gone' }]]);
    expect((await bigcommerce.catalogue.update([])).size).toBe(0);
    expect(pathsOf(sent)).toEqual(['PUT /products/7']);
  });

  it('fails as a whole when the fault is no product’s', async () => {
    for (const status of [403, 500]) await expect(refusing(status, {}).update([change(1), change(2)])).rejects.toThrow();
  });

  it('changes variants likewise', async () => {
    const one = { id: VariantId.parse(5), productId: product, price: Decimal.parse('12.00') };
    const other = { id: VariantId.parse(6), productId: product, sku: 'A' };
    const { bigcommerce, sent } = scriptedBigCommerce(({ url }) => {
      if (url.endsWith('/catalog/variants')) return { status: 422, body: { title: 'No.' } };
      return url.endsWith('/6') ? { status: 422, body: { errors: { sku: 'already in use' } } } : { body: { data: { id: 5 } } };
    });
    expect([...(await bigcommerce.catalogue.updateVariants([one, other]))]).toEqual([[5, { kind: 'done' }], [6, { kind: 'refused', problem: { code: 'sku-taken', details: { sku: 'A' } } }]]);
    expect(sent[0]?.body).toEqual([{ id: 5, product_id: 118, price: 12 }, { id: 6, product_id: 118, sku: 'A' }]);
    expect(pathsOf(sent)).toEqual(['PUT /variants', 'PUT /products/118/variants/5', 'PUT /products/118/variants/6']);
  });
});

describe('adding a variant', () => {
  const options = [{ id: 9, display_name: 'Size', option_values: [{ id: 1, label: 'S' }] }];
  const wanted = { productId: product, productName: 'Organic tee', sku: 'TEE-L', values: [{ option: 'size', label: 'L' }] };

  it('adds the value that is missing first', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ method, url }) => (method === 'GET' ? listed(options) : { body: { data: { id: url.endsWith('/values') ? 2 : 77 } } }));
    expect(await bigcommerce.catalogue.addVariant(wanted)).toEqual({ kind: 'created', id: 77 });
    expect(pathsOf(sent)).toEqual(['GET /products/118/options', 'POST /products/118/options/9/values', 'POST /products/118/variants']);
    expect(sent.slice(1).map(({ body }) => body)).toEqual([{ label: 'L', sort_order: 1 }, { sku: 'TEE-L', option_values: [{ id: 2, option_id: 9 }] }]);
  });

  it.each<[string, object[], object, object]>([
    ['a taken SKU', options, { errors: { sku: 'already in use' } }, { code: 'sku-taken', details: { sku: 'TEE-L' } }],
    ['an old option set', options, { title: 'The product uses an option set.' }, { code: 'product-has-old-options', details: { product: 'Organic tee' } }],
    ['an option that is not there', [], {}, { code: 'refused-by-bigcommerce', details: { message: '“Organic tee”, variant TEE-L: The product has no option “size”.' } }],
  ])('is refused for %s', async (_name, known, body, problem) => {
    const { bigcommerce } = scriptedBigCommerce(({ method }) => (method === 'GET' ? listed(known) : { status: 422, body }));
    expect(await bigcommerce.catalogue.addVariant(wanted)).toEqual({ kind: 'refused', problem: expect.objectContaining(problem) as unknown });
  });
});

describe('categories', () => {
  const trees = listed([{ id: 4, name: 'Default', channels: [1] }]);

  it('are those of the default storefront’s tree, which is asked for once', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ url, method }) => {
      if (method === 'POST') return { status: 201, body: { data: [{ category_id: 36 }] } };
      return url.includes('/trees?') ? trees : listed([{ category_id: 18, name: 'Bags', parent_id: 0 }, { category_id: 19, name: 'Totes', parent_id: 18 }]);
    });
    expect(await bigcommerce.catalogue.listCategories()).toEqual([{ id: 18, name: 'Bags', parentId: null }, { id: 19, name: 'Totes', parentId: 18 }]);
    expect(await bigcommerce.catalogue.createCategory(' Hats ')).toBe(36);
    expect(sent.map(({ url }) => url.replace(HOME, ''))).toEqual(['/trees?channel_id:in=1', '/trees/categories?tree_id:in=4&limit=250&page=1', '/trees/categories']);
    expect(sent[2]?.body).toEqual([{ name: 'Hats', tree_id: 4, parent_id: 0, is_visible: true }]);
  });

  it.each([409, 422])('are found when somebody was quicker with the same name, and else refused (%i)', async (status) => {
    const { catalogue } = scriptedBigCommerce(({ url, method }) => {
      if (method === 'POST') return { status, body: { title: 'The category name is a duplicate.' } };
      return url.includes('/trees?') ? trees : listed([{ category_id: 18, name: 'BAGS', parent_id: 0 }]);
    }).bigcommerce;
    expect(await catalogue.createCategory('Bags')).toBe(18);
    await expect(catalogue.createCategory('Hats')).rejects.toThrow(RefusedByVendor);
  });
});

describe('products as a whole', () => {
  it('are deleted by id, and never all', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ status: 204 }));
    await bigcommerce.catalogue.delete([]);
    await bigcommerce.catalogue.delete([product, ProductId.parse(119)]);
    expect(sent.map(({ method, url }) => `${method} ${url.replace(HOME, '')}`)).toEqual(['DELETE /products?id:in=118,119']);
  });

  it('are put into the default storefront', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ status: 204 }));
    await bigcommerce.catalogue.assignToDefaultChannel([product]);
    expect(sent[0]).toMatchObject({ method: 'PUT', body: [{ product_id: 118, channel_id: 1 }] });
  });
});
