import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_OWNERS, PRODUCT_FIELDS, type FieldOwner, type ProductField } from '../../catalogue-words';
import type { HikeProduct } from '../../hike-product';
import { CategoryId, HikeProductId } from '../../ids';
import type { FieldChange } from '../../product-plan';
import { isProblem } from '../../problems';
import type { StoreProduct } from '../../store-product';
import { aCatalogueContext } from '../../testing/a-catalogue-context';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../testing/a-store-product';
import { matchVariants } from './match-variants';
import { productChanges, type ProductChanges } from './product-changes';

const ownersAll = (owner: FieldOwner) => Object.fromEntries(PRODUCT_FIELDS.map((field) => [field, owner])) as Record<ProductField, FieldOwner>;
const HIKE = aCatalogueContext(ownersAll('hike'));

const told = (product: HikeProduct, store: StoreProduct, context = HIKE, showsAgain = false) =>
  productChanges(product, { store, ...matchVariants(product, store, new Map()), showsAgain, offSale: new Set(), ownCategories: new Set(OWN) }, context);
const changes = (...given: Parameters<typeof told>): ProductChanges => {
  const result = told(...given);
  if (isProblem(result)) throw new Error(result.code);
  return result;
};
const NOTHING: ProductChanges = { change: null, variantChanges: [], missingVariants: [], fields: [], priceMoves: [], missingCategories: [] };
const single = (change: Parameters<typeof aHikeVariant>[0]) => aHikeProduct({ variants: [aHikeVariant(change)] });
const priced = (priceIncTax: string | null) => single({ levels: [anOutletLevel({ priceIncTax })] });
const teeFor = (...prices: (string | null)[]) =>
  aHikeTee({ variants: aHikeTee().variants.map((variant, index) => ({ ...variant, levels: [anOutletLevel({ priceIncTax: prices[index] ?? null })] })) });
/** Given for a Hike type: "Bags". */
const OWN = [CategoryId.parse(23)];
const VISIBLE = { isVisible: true };

describe('productChanges', () => {
  it.each([
    ['a product', aHikeProduct(), aStoreProduct(VISIBLE)],
    ['a product with variants', aHikeTee(), aStoreTee(VISIBLE)],
    ['the same in another spelling', aHikeProduct({ brand: 'ACME ', tags: ['b', 'a'], description: '<p>Heavy  cotton</p>\n' }), aStoreProduct({ ...VISIBLE, searchKeywords: 'A,b', price: '22.0000', sku: 'tote-01' })],
  ])('are none where %s agrees', (_, product, store) => {
    expect(changes(product, store)).toEqual(NOTHING);
  });

  it.each<[ProductField, HikeProduct, object, Omit<FieldChange, 'field' | 'sku'>]>([
    ['name', aHikeProduct({ name: 'Tote' }), { name: 'Tote' }, { before: 'Canvas tote', after: 'Tote' }],
    ['description', aHikeProduct({ description: '<p>Light <b>cotton</b></p>' }), { description: '<p>Light <b>cotton</b></p>' }, { before: 'Heavy cotton', after: 'Light cotton' }],
    ['brand', aHikeProduct({ brand: 'Bolt' }), { brand: 'Bolt' }, { before: 'Acme', after: 'Bolt' }],
    ['tags', aHikeProduct({ tags: ['gift'] }), { searchKeywords: 'gift' }, { before: '', after: 'gift' }],
    ['seo', aHikeProduct({ seo: { title: 'Tote', description: '', keywords: '' } }), { seo: { title: 'Tote', description: '', keywords: '' } }, { before: '', after: 'Tote' }],
    ['sku', single({ sku: 'TOTE-02' }), { sku: 'TOTE-02' }, { before: 'TOTE-01', after: 'TOTE-02' }],
    ['barcode', single({ barcode: '123' }), { barcode: '123' }, { before: '9300000000017', after: '123' }],
    ['price', priced('1234.5'), { price: '1234.5' }, { before: 'A$22.00', after: 'A$1,234.50' }],
    ['categories', aHikeProduct({ types: [{ id: 4, name: 'Sale' }] }), { categories: [24] }, { before: 'Bags', after: 'Sale' }],
    ['stock', aHikeProduct({ tracksStock: false }), { tracking: 'none' }, { before: 'tracked', after: 'not tracked' }],
  ])('bring the %s over where Hike owns it, and only then', (field, product, change, shown) => {
    expect(changes(product, aStoreProduct(VISIBLE))).toMatchObject({ change: { id: 111, ...change }, fields: [{ field, sku: null, ...shown }] });
    for (const owner of ['bigcommerce', 'nobody'] as const) expect(changes(product, aStoreProduct(VISIBLE), aCatalogueContext({ ...ownersAll('hike'), [field]: owner }))).toEqual(NOTHING);
  });

  it('show a hidden product where Hike owns visibility, or where we hid it and it is back', () => {
    const shown = { change: { id: 111, isVisible: true }, fields: [{ field: 'visibility', before: 'hidden', after: 'visible' }] };
    expect(changes(aHikeProduct(), aStoreProduct())).toMatchObject(shown);
    expect(changes(aHikeProduct(), aStoreProduct(), aCatalogueContext(), true)).toMatchObject(shown);
    expect(changes(aHikeProduct(), aStoreProduct(), aCatalogueContext())).toEqual(NOTHING);
  });

  it('never overwrite the full with the empty', () => {
    const empty = aHikeProduct({ description: '<p><br></p>', brand: '', types: [], tags: [' '], variants: [aHikeVariant({ sku: '', barcode: '', levels: [] })] });
    const full = aStoreProduct({ ...VISIBLE, searchKeywords: 'gift', seo: { title: 'a', description: 'b', keywords: 'c' } });
    expect(changes(empty, full)).toEqual(NOTHING);
    expect(changes(aHikeProduct({ seo: { title: 'New', description: '', keywords: '' } }), full).change?.seo).toEqual({ title: 'New', description: 'b', keywords: 'c' });
  });

  it('leave out a barcode that BigCommerce cannot hold', () => {
    expect(changes(single({ barcode: 'AB-1' }), aStoreProduct(VISIBLE))).toEqual(NOTHING);
  });

  it('cut a long description for a person, not for BigCommerce', () => {
    const { change, fields } = changes(aHikeProduct({ description: `<p>${'cotton '.repeat(40)}</p>` }), aStoreProduct(VISIBLE));
    expect(change?.description).toHaveLength(287);
    expect(fields[0]?.after).toMatch(/^cotton .{100,}…$/);
    expect(fields[0]?.after.length).toBeLessThanOrEqual(120);
  });

  it('name the categories that are to be created first', () => {
    const product = aHikeProduct({ types: [{ id: 9, name: 'Summer' }] });
    expect(changes(product, aStoreProduct(VISIBLE))).toMatchObject({ change: null, missingCategories: ['Summer'], fields: [{ field: 'categories', before: 'Bags', after: 'Summer' }] });
    expect(changes(product, aStoreProduct(VISIBLE), aCatalogueContext())).toEqual(NOTHING);
  });

  describe('of prices', () => {
    it('go into the tied field, where zero is not set', () => {
      const { change, fields, priceMoves } = changes(aHikeProduct(), aStoreProduct({ ...VISIBLE, price: '30' }), aCatalogueContext({}, { salePrice: 'sale_price' }));
      expect([change, fields, priceMoves]).toEqual([{ id: 111, salePrice: '22' }, [{ field: 'price', sku: null, before: '', after: 'A$22.00' }], []]);
    });

    it('stay where Hike has none', () => {
      expect(changes(priced('0'), aStoreProduct(VISIBLE))).toEqual(NOTHING);
    });

    it('overwrite a variant’s own price, and leave one alone that inherits', () => {
      const [small, medium] = aStoreTee().variants;
      const store = aStoreTee({ ...VISIBLE, variants: [{ ...small, price: '19' }, medium] });
      expect(changes(aHikeTee(), store)).toMatchObject({ change: null, variantChanges: [{ id: 191, productId: 190, price: '22' }], fields: [{ sku: 'TEE-S', before: 'A$19.00', after: 'A$22.00' }], priceMoves: [{ before: '19', after: '22' }] });
    });

    it('give the product the lowest and the others their own', () => {
      const { change, variantChanges, fields } = changes(teeFor('25', '20'), aStoreTee(VISIBLE));
      expect(change).toEqual({ id: 190, price: '20' });
      expect(variantChanges).toEqual([{ id: 191, productId: 190, price: '25' }]);
      expect(fields.map(({ sku, before, after }) => [sku, before, after])).toEqual([[null, 'A$22.00', 'A$20.00'], ['TEE-S', 'A$22.00', 'A$25.00']]);
    });

    it('pin what a variant inherited before the product got cheaper, which nobody sees', () => {
      const { variantChanges, fields } = changes(teeFor('22', '20'), aStoreTee(VISIBLE));
      expect(variantChanges).toEqual([{ id: 191, productId: 190, price: '22' }]);
      expect(fields.map(({ sku }) => sku)).toEqual([null]);
    });

    it('agree once they are written', () => {
      const price = fc.integer({ min: 1, max: 4 }).map((dollars) => `${dollars}`);
      const own = fc.option(price);
      fc.assert(
        fc.property(fc.tuple(price, price), fc.tuple(own, own), price, (wanted, had, base) => {
          const [small, medium] = aStoreTee().variants;
          const store = aStoreTee({ ...VISIBLE, price: base, variants: [{ ...small, price: had[0] }, { ...medium, price: had[1] }] });
          const { change, variantChanges } = changes(teeFor(...wanted), store);
          const variants = store.variants.map((variant) => ({ ...variant, ...(variantChanges.find(({ id }) => id === variant.id) ?? {}) }));
          const after = aStoreTee({ ...VISIBLE, price: change?.price ?? base, variants });
          expect(after.variants.map((variant) => variant.price ?? after.price)).toEqual(wanted);
          expect(changes(teeFor(...wanted), after)).toEqual(NOTHING);
        }),
      );
    });
  });

  describe('of variants that BigCommerce lacks', () => {
    const [small, medium] = aStoreTee().variants;
    const store = (change: Parameters<typeof aStoreTee>[0] = {}) => aStoreTee({ ...VISIBLE, variants: [small], ...change });

    it('add them, in BigCommerce’s spelling of the options', () => {
      expect(changes(aHikeTee(), store({ options: ['size'] }))).toMatchObject({
        missingVariants: [{ productId: 190, sku: 'TEE-M', barcode: '9300000000116', values: [{ option: 'size', label: 'M' }] }],
        fields: [{ field: 'sku', sku: 'TEE-M', before: '', after: 'new variant M' }],
      });
      const [first, second] = aHikeTee().variants;
      const product = aHikeTee({ options: ['Size', 'Colour'], variants: [{ ...first, values: ['S', 'Red'] }, { ...second, values: ['M', 'Red'] }] });
      const values = [{ option: 'Size', label: 'S' }, { option: 'Colour', label: 'Red' }];
      expect(changes(product, store({ options: ['Size', 'Colour'], variants: [{ ...small, values }] })).fields).toMatchObject([{ after: 'new variant M / Red' }]);
    });

    it('add them at their own price where it is not the product’s', () => {
      expect(changes(aHikeTee(), store()).missingVariants[0]).not.toHaveProperty('price');
      expect(changes(teeFor('22', '30'), store()).missingVariants[0]).toMatchObject({ price: '30' });
    });

    it.each<[string, HikeProduct, StoreProduct, string]>([
      ['modifiers', aHikeTee(), store({ hasModifiers: true }), 'product-has-modifiers'],
      ['other options', aHikeTee(), store({ options: ['Colour'] }), 'product-structure-clash'],
      ['an option more', aHikeTee(), store({ options: ['Size', 'Colour'] }), 'product-structure-clash'],
      ['a new variant without a price', teeFor('22', null), store(), 'product-without-price'],
      ['a new variant without a SKU', aHikeTee({ variants: [aHikeTee().variants[0], aHikeVariant({ id: 902, sku: '', values: ['M'] })] }), store(), 'product-lacks-sku'],
      ['more variants than it takes', aHikeTee(), store({ variants: Array.from({ length: 600 }, (_, index) => aStoreVariant({ id: 1 + index, sku: `X${index}`, barcode: '', values: [{ option: 'Size', label: `${index % 9}` }] })) }), 'product-too-many-variants'],
    ])('are refused where there is %s', (_, product, given, code) => {
      expect(told(product, given)).toMatchObject({ code });
    });

    it('are no obstacle where none is missing', () => {
      expect(changes(aHikeTee(), store({ hasModifiers: true, variants: [small, medium] }))).toEqual(NOTHING);
    });
  });

  it.each([
    ['a SKU', single({ sku: 'A/1' }), 'sku-not-allowed'],
    ['a name', aHikeProduct({ name: 'x'.repeat(251) }), 'product-name-too-long'],
    ['a SKU, also beside a good name', aHikeProduct({ name: 'Tote', variants: [aHikeVariant({ sku: 'A/1' })] }), 'sku-not-allowed'],
  ])('are refused for %s that BigCommerce cannot hold, where Hike owns it', (_, product, code) => {
    expect(told(product, aStoreProduct(VISIBLE))).toMatchObject({ code });
    expect(told(product, aStoreProduct(VISIBLE), aCatalogueContext(ownersAll('bigcommerce')))).toEqual(NOTHING);
  });

  it('touch no field whose owner is another, whatever differs', () => {
    const owner = fc.constantFrom(...FIELD_OWNERS);
    const owners = fc.record(Object.fromEntries(PRODUCT_FIELDS.map((field) => [field, owner])) as Record<ProductField, typeof owner>);
    const product = aHikeProduct({
      id: 812, name: 'a', description: 'b', brand: 'c', types: [{ id: 1, name: 'Sale' }], tags: ['d'], seo: { title: 'e', description: 'f', keywords: 'g' }, tracksStock: false,
      variants: [aHikeVariant({ id: HikeProductId.parse(812), sku: 'h', barcode: '1', levels: [anOutletLevel({ priceIncTax: '1' })] })],
    });
    fc.assert(
      fc.property(owners, (given) => {
        const { fields } = changes(product, aStoreProduct(), aCatalogueContext(given));
        expect(new Set(fields.map(({ field }) => field))).toEqual(new Set(PRODUCT_FIELDS.filter((field) => given[field] === 'hike' && field !== 'images')));
      }),
    );
  });
});
