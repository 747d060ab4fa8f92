import { describe, expect, it } from 'vitest';
import { rowFromWire } from './product-from-wire';
import { productWire } from './product-wire';

/** The worked example of the reference (hike-api 4.7). */
const tote = (change: object = {}) => ({
  id: 812, parentId: 0, name: 'Canvas tote', sku: ' TOTE-01', barcode: '9300000000017', description: '<p>Heavy cotton</p>', bran_name: 'Acme', brand_id: 4, has_variants: false,
  track_inventory: true, continue_selling_no_inventory: false, isActive: true, last_modified: '2026-01-15T03:20:00.1234567',
  product_type: [{ type_id: 3, type_name: 'Bags', parent_type_id: 0 }], sales_channels: [{ sales_channels: '1' }, { sales_channels: '2' }],
  product_outlets: [{ outlet_id: 1, cost_price: 9, price_ex_tax: 20, tax_id: 2, price_inc_tax: 22, on_hand_inventory: 14, reserved_inventory: 2, available_inventory: 12 }],
  product_variants: [], additional_images: [], product_tags: [{ name: 'summer' }], product_suppliers: [],
  ...change,
});

const rowOf = (change: object = {}) => rowFromWire(productWire.parse(tote(change)));
const productOf = (change: object = {}) => {
  const row = rowOf(change);
  if (row.kind !== 'product') throw new Error('That is a child.');
  return row.product;
};

describe('a single product of Hike', () => {
  it('is read whole', () => {
    expect(productOf()).toEqual({
      id: 812, name: 'Canvas tote', description: '<p>Heavy cotton</p>', brand: 'Acme', types: [{ id: 3, name: 'Bags' }], tags: ['summer'], seo: { title: '', description: '', keywords: '' },
      isActive: true, isOnline: true, tracksStock: true, sellsBelowZero: false, options: [], images: [], modifiedAt: '2026-01-15T03:20:00.123Z',
      variants: [
        {
          id: 812, name: 'Canvas tote', sku: 'TOTE-01', barcode: '9300000000017', values: [], images: [],
          levels: [{ outletId: 1, onHand: 140_000, committed: 20_000, available: 120_000, priceIncTax: '22', priceExTax: '20', cost: '9', taxId: 2 }],
        },
      ],
    });
  });

  it.each<[string, object, object]>([
    ['numbers as text', { price_inc_tax: '22.50', on_hand_inventory: '0.35', reserved_inventory: '0.10', available_inventory: '0.25' }, { priceIncTax: '22.5', onHand: 3500, committed: 1000, available: 2500 }],
    ['no record', { price_inc_tax: null, on_hand_inventory: null, reserved_inventory: null, available_inventory: null }, { priceIncTax: null, onHand: null, committed: null, available: null }],
    ['a record that says nothing', { price_inc_tax: '', on_hand_inventory: undefined, reserved_inventory: '', available_inventory: undefined }, { priceIncTax: null, onHand: null, committed: null, available: null }],
    ['a count alone', { on_hand_inventory: 14, reserved_inventory: 2, available_inventory: undefined }, { available: 120_000 }],
    ['more committed than there is', { on_hand_inventory: 1, reserved_inventory: 3, available_inventory: -2 }, { available: -20_000 }],
  ])('has %s for what it is, and never a zero', (_name, outlet, expected) => {
    expect(productOf({ product_outlets: [{ outlet_id: 1, price_ex_tax: 20, cost_price: 9, tax_id: 2, ...outlet }] }).variants[0]?.levels[0]).toMatchObject(expected);
  });

  it.each<[string, unknown, boolean]>([
    ['text', [{ sales_channels: '2' }], true],
    ['a number', [{ sales_channels: 2 }], true],
    ['a bare value', [2], true],
    ['the till alone', [{ sales_channels: '1' }], false],
    ['nothing', null, false],
  ])('is online by %s', (_name, channels, isOnline) => {
    expect(productOf({ sales_channels: channels }).isOnline).toBe(isOnline);
  });

  it('takes a brand by either spelling', () => {
    expect(productOf({ bran_name: null, brand_name: 'Bolt' }).brand).toBe('Bolt');
  });

  it('has no outlets where Hike tells none', () => {
    expect(productOf({ product_outlets: null }).variants[0]?.levels).toEqual([]);
  });
});

describe('a picture', () => {
  const thumbnails = { '50_thumbnail': 'https://x.example/50.png', '240_thumbnail': 'https://x.example/240.png', '500_thumbnail': 'https://x.example/500.png' };

  it.each<[string, object, string | undefined]>([
    ['the full one', { ...thumbnails, image_url: 'https://x.example/full.png' }, 'https://x.example/full.png'],
    ['the large thumbnail', { ...thumbnails, image_url: null }, 'https://x.example/500.png'],
    ['the next one where an address is none', { ...thumbnails, image_url: 'full.png', '500_thumbnail': '' }, 'https://x.example/240.png'],
    ['none', { image_url: null }, undefined],
  ])('has the largest address that there is: %s', (_name, image, url) => {
    expect(productOf({ additional_images: [{ primary_pic_Id: 7, is_primary: true, ...image }] }).images).toEqual(url === undefined ? [] : [{ key: '7', url, isPrimary: true }]);
  });
});

describe('a product with variants', () => {
  const small = {
    prod_variant_id: 901, variant_name: 'Small', sku: 'TEE-S', barcode: '', variant_sub_values: [{ variant_sub_value_name: 'Small' }],
    variant_outlets: [{ outlet_id: 1, price_inc_tax: 30, on_hand_inventory: 3, reserved_inventory: 0, available_inventory: 3 }], variant_images: [],
  };

  it('has them with their values', () => {
    const product = productOf({ name: 'Tee', has_variants: true, product_variants: [small], product_attributes: [{ attribute_name: 'Size', attribute_values: ['Small'] }] });
    expect(product.options).toEqual(['Size']);
    expect(product.variants).toMatchObject([{ id: 901, name: 'Tee / Small', sku: 'TEE-S', values: ['Small'], levels: [{ priceIncTax: '30', available: 30_000 }] }]);
  });

  it.each<[string, unknown, string[]]>([
    ['another member', [{ name: 'Colour' }], ['Colour']],
    ['unknown members', [{ label: 'Colour' }], ['Option 1']],
    ['no list', null, ['Option 1']],
  ])('names its options from %s', (_name, attributes, options) => {
    expect(productOf({ has_variants: true, product_variants: [small], product_attributes: attributes }).options).toEqual(options);
  });

  it('may come without them', () => {
    expect(productOf({ has_variants: true, product_variants: null }).variants).toEqual([]);
  });

  it('may be told by the row of a child alone', () => {
    expect(rowOf({ id: 901, parentId: 812, name: 'Tee / Small', sku: 'TEE-S' })).toMatchObject({
      kind: 'child', parentId: 812, variant: { id: 901, name: 'Tee / Small', sku: 'TEE-S', values: [], levels: [{ onHand: 140_000 }] }, modifiedAt: '2026-01-15T03:20:00.123Z',
    });
  });
});
