import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../hike-product';
import { explainProblem, type Problem } from '../../problems';
import type { ImageDraft } from '../../store-product';
import { aCatalogueContext } from '../../testing/a-catalogue-context';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { productDraftFromHikeProduct } from './product-draft';

const IMAGE: ImageDraft = { source: { kind: 'url', url: 'https://img.example/1.jpg' }, position: 0, isThumbnail: true };
const draftOf = (product: HikeProduct, context = aCatalogueContext()) => productDraftFromHikeProduct(product, context, [IMAGE]);
const single = (change: Parameters<typeof aHikeVariant>[0]) => aHikeProduct({ variants: [aHikeVariant(change)] });
const level = (priceIncTax: string | null) => [anOutletLevel({ priceIncTax })];
const manyValues = (count: number) => Array.from({ length: count }, (_, index) => aHikeVariant({ id: 1000 + index, sku: `T-${index}`, values: [`${index}`, 'x', 'y', 'z'] }));

describe('productDraftFromHikeProduct', () => {
  it('makes the whole product, hidden, with its categories and images', () => {
    const product = aHikeProduct({ tags: ['cotton', ' gift', 'cotton'], types: [{ id: 3, name: ' bags' }, { id: 4, name: 'Summer' }], seo: { title: 'Tote', description: '', keywords: '' } });
    expect(draftOf(product)).toEqual({
      name: 'Canvas tote',
      description: '<p>Heavy cotton</p>',
      brand: 'Acme',
      categories: [23],
      searchKeywords: 'cotton, gift',
      seo: { title: 'Tote', description: '', keywords: '' },
      price: '22',
      taxClassId: 0,
      isVisible: false,
      tracking: 'product',
      sku: 'TOTE-01',
      barcode: '9300000000017',
      variants: [],
      images: [IMAGE],
    });
  });

  it('makes the variants with their values, which inherit a common price', () => {
    expect(draftOf(aHikeTee())).toMatchObject({
      sku: '',
      tracking: 'variant',
      price: '22',
      variants: [
        { sku: 'TEE-S', barcode: '9300000000109', values: [{ option: 'Size', label: 'S' }] },
        { sku: 'TEE-M', barcode: '9300000000116', values: [{ option: 'Size', label: 'M' }] },
      ],
    });
    expect(draftOf(aHikeTee())).not.toHaveProperty('variants.0.price');
  });

  it('tells each variant’s price where they differ, in the tied field and in the required one', () => {
    const [small, medium] = aHikeTee().variants;
    const product = aHikeTee({ variants: [{ ...small, levels: level('30') }, { ...medium, levels: level('25') }] });
    expect(draftOf(product, aCatalogueContext({}, { salePrice: 'sale_price' }))).toMatchObject({
      price: '25',
      salePrice: '25',
      variants: [{ price: '30', salePrice: '30' }, { price: '25', salePrice: '25' }],
    });
  });

  it('leaves out what is empty and what BigCommerce cannot hold', () => {
    const product = { ...single({ barcode: 'AB-1' }), description: '<p><br></p>', brand: ' ', types: [] };
    expect(Object.keys(draftOf(product))).toEqual(['name', 'categories', 'price', 'taxClassId', 'isVisible', 'tracking', 'sku', 'variants', 'images']);
  });

  it('leaves out what nobody owns, and tells what is required all the same', () => {
    const nobody = { name: 'nobody', description: 'nobody', sku: 'nobody', barcode: 'nobody', brand: 'nobody', categories: 'nobody', tags: 'nobody', seo: 'nobody', price: 'nobody', images: 'nobody', visibility: 'nobody', stock: 'nobody' } as const;
    const settings = { salePrice: 'retail_price' };
    expect(productDraftFromHikeProduct(aHikeProduct({ tags: ['gift'] }), aCatalogueContext(nobody, settings), [IMAGE])).toEqual({
      name: 'Canvas tote', categories: [], price: '22', taxClassId: 0, isVisible: false, tracking: 'none', sku: 'TOTE-01', variants: [], images: [],
    });
  });

  it('keeps each variant’s price where nobody owns prices, for at zero it would sell for nothing', () => {
    const [small, medium] = aHikeTee().variants;
    const product = aHikeTee({ variants: [{ ...small, levels: level('30') }, { ...medium, levels: level('25') }], seo: { title: 'Tee', description: '', keywords: '' } });
    const draft = draftOf(product, aCatalogueContext({ price: 'nobody', seo: 'nobody' }, { salePrice: 'sale_price' }));
    expect(draft).toMatchObject({ price: '25', variants: [{ price: '30' }, { price: '25' }] });
    for (const part of ['salePrice', 'variants.0.salePrice', 'seo']) expect(draft).not.toHaveProperty(part);
  });

  it.each([
    ['the setting says so', aCatalogueContext({}, { catalogue: { newProducts: 'visible' } })],
    ['Hike owns visibility', aCatalogueContext({ visibility: 'hike' })],
  ])('is visible where %s', (_, context) => {
    expect(draftOf(aHikeProduct(), context)).toMatchObject({ isVisible: true });
  });

  it('does not track what Hike does not', () => {
    expect(draftOf(aHikeTee({ tracksStock: false }))).toMatchObject({ tracking: 'none' });
  });

  it('takes the tax class that is mapped to Hike’s tax, or none', () => {
    const taxes = { byClass: { '0': 1, '2': 2, '5': 2 } };
    expect(draftOf(aHikeProduct(), aCatalogueContext({}, { taxes }))).toMatchObject({ taxClassId: 2 });
    expect(draftOf(single({ levels: [anOutletLevel({ taxId: 9 })] }))).not.toHaveProperty('taxClassId');
    const levels = [anOutletLevel({ outletId: 9, taxId: 1 }), anOutletLevel({ outletId: 1, taxId: 2 })];
    expect(draftOf(single({ levels }), aCatalogueContext({}, { taxes }))).toMatchObject({ taxClassId: 2 });
    expect(draftOf(single({ levels: levels.slice(0, 1) }), aCatalogueContext({}, { taxes }))).toMatchObject({ taxClassId: 0 });
    expect(draftOf(aHikeProduct(), aCatalogueContext({}, { taxes: { byClass: { '10': 2, '3': 2 } } }))).toMatchObject({ taxClassId: 3 });
  });

  it.each<[string, HikeProduct, string]>([
    ['a name of 251 characters', aHikeProduct({ name: 'x'.repeat(251) }), 'product-name-too-long'],
    ['a SKU with a slash', single({ sku: 'A/1' }), 'sku-not-allowed'],
    ['a SKU of 256 characters', single({ sku: 'x'.repeat(256) }), 'sku-not-allowed'],
    ['a variant without a SKU', aHikeTee({ variants: [aHikeTee().variants[0], aHikeVariant({ id: 902, sku: '', values: ['M'] })] }), 'product-lacks-sku'],
    ['four options', aHikeTee({ options: ['a', 'b', 'c', 'd'] }), 'product-too-many-options'],
    ['601 variants', aHikeTee({ variants: manyValues(601).map((variant, index) => ({ ...variant, values: [`${index % 200}`] })) }), 'product-too-many-variants'],
    ['251 values of an option', aHikeTee({ variants: manyValues(251) }), 'product-too-many-values'],
    ['no price', single({ levels: level(null) }), 'product-without-price'],
    ['a variant without a price', aHikeTee({ variants: [aHikeTee().variants[0], aHikeVariant({ id: 902, sku: 'B', values: ['M'], levels: level('0') })] }), 'product-without-price'],
    ['a variant with a SKU of blanks', aHikeTee({ variants: [aHikeTee().variants[0], aHikeVariant({ id: 902, sku: ' ', values: ['M'] })] }), 'product-lacks-sku'],
    ['no variant at all', aHikeProduct({ variants: [] }), 'product-without-price'],
  ])('refuses %s, and says what it is about', (_, product, code) => {
    const refusal = draftOf(product);
    expect(refusal).toMatchObject({ code });
    const { sentence, remedy } = explainProblem(refusal as Problem);
    if (code === 'product-lacks-sku') expect(sentence).toContain('in Hike');
    expect(sentence + remedy).not.toMatch(/[{}]/);
  });

  it('takes texts without the blanks around them', () => {
    const product = { ...single({ sku: ' TOTE-01 ', barcode: ' 9300000000017' }), name: ' Canvas tote ', brand: ' Acme ' };
    expect(draftOf(product)).toMatchObject({ name: 'Canvas tote', brand: 'Acme', sku: 'TOTE-01', barcode: '9300000000017' });
    expect(draftOf(aHikeProduct({ seo: { title: ' ', description: '', keywords: '' } }))).not.toHaveProperty('seo');
    const [small, medium] = aHikeTee().variants;
    expect(draftOf(aHikeTee({ variants: [{ ...small, sku: ' TEE-S ' }, medium] }))).toMatchObject({ variants: [{ sku: 'TEE-S' }, { sku: 'TEE-M' }] });
  });

  it.each(['', ' '])('takes a product without variants that has no SKU (%j)', (sku) => {
    expect(draftOf(single({ sku }))).toMatchObject({ name: 'Canvas tote', sku: '' });
  });

  it('takes what stands just inside the limits', () => {
    const variants = manyValues(600).map((variant, index) => ({ ...variant, values: [`${index % 250}`, `${Math.floor(index / 250)}`] }));
    expect(draftOf(aHikeTee({ name: 'x'.repeat(250), options: ['a', 'b'], variants }))).toMatchObject({ variants: { length: 600 } });
    expect(draftOf(single({ sku: 'a-B_9 c', barcode: '12345678901234' }))).toMatchObject({ sku: 'a-B_9 c', barcode: '12345678901234' });
  });
});
