import { HikeProduct, HikeVariant, OutletLevel } from '../hike-product';

type Told<T> = { [Key in keyof T]?: unknown };

/** 22.00 with 10 % GST inside; 14 on hand at the main outlet, 2 of them committed. */
export const anOutletLevel = (change: Told<OutletLevel> = {}): OutletLevel =>
  OutletLevel.parse({
    outletId: 1,
    onHand: 140_000,
    committed: 20_000,
    available: 120_000,
    priceIncTax: '22',
    priceExTax: '20',
    cost: '9',
    taxId: 2,
    ...change,
  });

export const aHikeVariant = (change: Told<HikeVariant> = {}): HikeVariant =>
  HikeVariant.parse({
    id: 812,
    name: 'Canvas tote',
    sku: 'TOTE-01',
    barcode: '9300000000017',
    values: [],
    levels: [anOutletLevel()],
    images: [],
    ...change,
  });

/** The reference's worked example: a canvas tote without variants (hike-api 4.7). */
export const aHikeProduct = (change: Told<HikeProduct> = {}): HikeProduct =>
  HikeProduct.parse({
    id: 812,
    name: 'Canvas tote',
    description: '<p>Heavy cotton</p>',
    brand: 'Acme',
    types: [{ id: 3, name: 'Bags' }],
    tags: [],
    seo: { title: '', description: '', keywords: '' },
    isActive: true,
    isOnline: true,
    tracksStock: true,
    sellsBelowZero: false,
    options: [],
    variants: [aHikeVariant()],
    images: [],
    modifiedAt: '2026-01-15T03:00:00.000Z',
    ...change,
  });

/** A tee in two sizes: product 900 with the variants 901 (S) and 902 (M). */
export const aHikeTee = (change: Told<HikeProduct> = {}): HikeProduct =>
  aHikeProduct({
    id: 900,
    name: 'Organic tee',
    options: ['Size'],
    variants: [
      aHikeVariant({ id: 901, name: 'Organic tee / S', sku: 'TEE-S', barcode: '9300000000109', values: ['S'] }),
      aHikeVariant({ id: 902, name: 'Organic tee / M', sku: 'TEE-M', barcode: '9300000000116', values: ['M'] }),
    ],
    ...change,
  });
