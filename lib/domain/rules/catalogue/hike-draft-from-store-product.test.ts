import { describe, expect, it } from 'vitest';
import { aCatalogueContext } from '../../testing/a-catalogue-context';
import { aProfile, someLists } from '../../testing/a-shop';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../testing/a-store-product';
import { hikeProductDraftFromStoreProduct, type HikeDraftContext } from './hike-draft-from-store-product';

const aContext = ({ settings = {}, pricesIncludeTax = true, ...change }: Partial<Omit<HikeDraftContext, 'settings'>> & { settings?: Record<string, unknown>; pricesIncludeTax?: boolean } = {}): HikeDraftContext => ({
  ...aCatalogueContext({}, settings),
  profile: aProfile({ pricesIncludeTax }),
  hikeLists: someLists(),
  inHike: { skus: new Set(), barcodes: new Set() },
  ...change,
});

describe('hikeProductDraftFromStoreProduct', () => {
  it('makes the whole product, without its stock', () => {
    const store = aStoreProduct({ searchKeywords: 'cotton, gift,', categories: [99, 23, 24] });
    expect(hikeProductDraftFromStoreProduct(store, aContext())).toEqual({
      name: 'Canvas tote',
      description: '<p>Heavy cotton</p>',
      sku: 'TOTE-01',
      barcode: '9300000000017',
      brand: 'Acme',
      type: 'Bags',
      tags: ['cotton', 'gift'],
      priceIncTax: '22',
      priceExTax: '20',
      taxId: 2,
      outletIds: [1],
      options: [],
      variants: [],
    });
  });

  it('makes the variants, each at its own price or the product’s', () => {
    const [small, medium] = aStoreTee().variants;
    expect(hikeProductDraftFromStoreProduct(aStoreTee({ variants: [{ ...small, price: '33' }, medium] }), aContext())).toMatchObject({
      sku: '',
      options: ['Size'],
      variants: [
        { sku: 'TEE-S', barcode: '9300000000109', values: ['S'], priceIncTax: '33', priceExTax: '30' },
        { sku: 'TEE-M', barcode: '9300000000116', values: ['M'], priceIncTax: '22', priceExTax: '20' },
      ],
    });
  });

  it.each<[string, Parameters<typeof aStoreProduct>[0], Parameters<typeof aContext>[0], { priceIncTax: string; priceExTax: string }]>([
    ['adds the tax where the store enters prices without it', { price: '9.99' }, { pricesIncludeTax: false }, { priceIncTax: '10.989', priceExTax: '9.99' }],
    ['takes the tax out to four decimals', { price: '9.99' }, {}, { priceIncTax: '9.99', priceExTax: '9.0818' }],
    ['takes the price of the tied field', { salePrice: '11' }, { settings: { salePrice: 'sale_price' } }, { priceIncTax: '11', priceExTax: '10' }],
    ['takes what shoppers pay where the tied field is not set', {}, { settings: { salePrice: 'retail_price' } }, { priceIncTax: '22', priceExTax: '20' }],
    ['takes a tax of rate zero as it is', {}, { settings: { taxes: { byClass: { '0': 1 } } } }, { priceIncTax: '22', priceExTax: '22' }],
    ['keeps a price of zero', { price: '0' }, {}, { priceIncTax: '0', priceExTax: '0' }],
  ])('%s', (_, change, context, expected) => {
    expect(hikeProductDraftFromStoreProduct(aStoreProduct(change), aContext(context))).toMatchObject(expected);
  });

  it('finds the keys of a single product on its hidden variant, too', () => {
    expect(hikeProductDraftFromStoreProduct(aStoreProduct({ sku: '', barcode: '' }), aContext())).toMatchObject({ sku: 'TOTE-01', barcode: '9300000000017' });
  });

  it.each<[string, ReturnType<typeof aStoreProduct>, Parameters<typeof aContext>[0], object]>([
    ['what has its SKU in Hike', aStoreProduct(), { inHike: { skus: new Set(['tote-01']), barcodes: new Set() } }, { code: 'product-sku-in-hike', details: { product: 'Canvas tote' } }],
    ['what has its barcode in Hike', aStoreTee(), { inHike: { skus: new Set(), barcodes: new Set(['9300000000116']) } }, { code: 'product-sku-in-hike' }],
    ['four options', aStoreTee({ options: ['a', 'b', 'c', 'd'] }), {}, { code: 'product-too-many-options', details: { options: '4' } }],
    ['a variant without a SKU among others', aStoreTee({ variants: [aStoreTee().variants[0], { ...aStoreTee().variants[1], sku: '' }] }), {}, { code: 'product-lacks-sku' }],
    ['no SKU and no variant', aStoreProduct({ sku: '', barcode: '', variants: [] }), {}, { code: 'product-lacks-sku' }],
    ['no SKU', aStoreProduct({ sku: '', variants: [aStoreVariant({ sku: ' ' })] }), {}, { code: 'product-lacks-sku', details: { side: 'BigCommerce' } }],
    ['a tax class without a Hike tax', aStoreProduct({ taxClassId: 7 }), {}, { code: 'tax-unmapped', details: { taxClass: 'the tax class “class 7”' } }],
    ['a Hike tax that is gone', aStoreProduct(), { settings: { taxes: { byClass: { '0': 77 } } } }, { code: 'tax-gone' }],
    ['anything while the sale price is not set', aStoreProduct(), { settings: { salePrice: null } }, { code: 'settings-missing' }],
  ])('refuses %s', (_, store, context, expected) => {
    expect(hikeProductDraftFromStoreProduct(store, aContext(context))).toMatchObject(expected);
  });

  it('takes texts without the blanks around them', () => {
    const store = aStoreProduct({ name: ' Canvas tote ', sku: ' TOTE-01 ', barcode: ' 9300000000017 ', brand: ' Acme ' });
    expect(hikeProductDraftFromStoreProduct(store, aContext())).toMatchObject({ name: 'Canvas tote', sku: 'TOTE-01', barcode: '9300000000017', brand: 'Acme' });
    const [small, medium] = aStoreTee().variants;
    expect(hikeProductDraftFromStoreProduct(aStoreTee({ variants: [{ ...small, sku: ' TEE-S ', barcode: ' 93 ' }, medium] }), aContext())).toMatchObject({ variants: [{ sku: 'TEE-S', barcode: '93' }, { sku: 'TEE-M' }] });
  });

  it('takes three options, each with its own value, or none where a variant lacks it', () => {
    const values = [{ option: 'b', label: '2' }, { option: 'a', label: '1' }];
    const store = aStoreTee({ options: ['a', 'b', 'c'], variants: [aStoreVariant({ sku: 'T', barcode: '', values })] });
    expect(hikeProductDraftFromStoreProduct(store, aContext())).toMatchObject({ options: ['a', 'b', 'c'], barcode: '', variants: [{ values: ['1', '2', ''] }] });
  });

  it('has no type where no category of the product has a name', () => {
    expect(hikeProductDraftFromStoreProduct(aStoreProduct({ categories: [99] }), aContext())).toMatchObject({ type: '' });
  });

  it('is sold where outlets are open', () => {
    const [open] = someLists().outlets;
    const outlets = [open!, { ...open!, id: 2 as never, isActive: false }];
    expect(hikeProductDraftFromStoreProduct(aStoreProduct(), aContext({ hikeLists: someLists({ outlets }) }))).toMatchObject({ outletIds: [1] });
  });

  it('is not stopped by an empty barcode', () => {
    expect(hikeProductDraftFromStoreProduct(aStoreProduct({ barcode: '', variants: [aStoreVariant({ barcode: '' })] }), aContext({ inHike: { skus: new Set(), barcodes: new Set(['1']) } }))).toMatchObject({ barcode: '' });
  });
});
