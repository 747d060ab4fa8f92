import { StoreProduct, StoreVariant } from '../store-product';

type Told<T> = { [Key in keyof T]?: unknown };

export const aStoreVariant = (change: Told<StoreVariant> = {}): StoreVariant =>
  StoreVariant.parse({ id: 211, sku: 'TOTE-01', barcode: '9300000000017', values: [], price: null, salePrice: null, retailPrice: null, ...change });

/** The canvas tote as the default settings would have made it from Hike's. */
export const aStoreProduct = (change: Told<StoreProduct> = {}): StoreProduct =>
  StoreProduct.parse({
    id: 111,
    name: 'Canvas tote',
    description: '<p>Heavy cotton</p>',
    sku: 'TOTE-01',
    barcode: '9300000000017',
    brand: 'Acme',
    categories: [23],
    searchKeywords: '',
    seo: { title: '', description: '', keywords: '' },
    price: '22',
    salePrice: '0',
    retailPrice: '0',
    taxClassId: 0,
    isVisible: false,
    tracking: 'product',
    options: [],
    hasModifiers: false,
    variants: [aStoreVariant()],
    images: [],
    modifiedAt: '2026-01-15T03:10:00.000Z',
    ...change,
  });

/** The tee of two sizes: product 190 with the variants 191 (S) and 192 (M). */
export const aStoreTee = (change: Told<StoreProduct> = {}): StoreProduct =>
  aStoreProduct({
    id: 190,
    name: 'Organic tee',
    sku: '',
    barcode: '',
    tracking: 'variant',
    options: ['Size'],
    variants: [
      aStoreVariant({ id: 191, sku: 'TEE-S', barcode: '9300000000109', values: [{ option: 'Size', label: 'S' }] }),
      aStoreVariant({ id: 192, sku: 'TEE-M', barcode: '9300000000116', values: [{ option: 'Size', label: 'M' }] }),
    ],
    ...change,
  });
