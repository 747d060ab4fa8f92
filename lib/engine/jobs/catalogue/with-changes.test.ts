import { describe, expect, it } from 'vitest';
import type { VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { ProductChange, VariantChange, VariantDraft } from '../../../domain/store-product';
import { aStoreProduct, aStoreTee } from '../../../domain/testing/a-store-product';
import { withChanges } from './with-changes';

const at = '2026-01-20T03:00:00.000Z' as Instant;

const nothing = { change: null, variantChanges: [], added: [], at };

const changed = (id: number, fields: object) => ({ id, ...fields }) as ProductChange;

describe('a product as it is after what we wrote', () => {
  it.each([
    ['nothing', {}, {}],
    ['SKU', { sku: 'TOTE-02' }, { sku: 'TOTE-02' }],
    ['barcode', { barcode: '123' }, { barcode: '123' }],
    ['price', { price: '25' }, {}],
  ])('has the %s of its only variant changed along', (_, fields, own) => {
    const store = aStoreProduct();
    expect(withChanges(store, { ...nothing, change: changed(111, fields) })).toEqual({ ...store, ...fields, variants: [{ ...store.variants[0], ...own }], modifiedAt: at });
  });

  it('has the SKUs of its variants left alone where it has options', () => {
    const store = aStoreTee();
    expect(withChanges(store, { ...nothing, change: changed(190, { sku: 'TEE', barcode: '1' }) })).toEqual({ ...store, sku: 'TEE', barcode: '1', modifiedAt: at });
  });

  it('has changed the variants that were written, and they bear no word of whose they are', () => {
    const store = aStoreTee();
    const [small, medium] = store.variants;
    const variantChanges = [{ id: 192, productId: 190, price: '30', isPurchasable: false } as VariantChange];
    expect(withChanges(store, { ...nothing, variantChanges })).toEqual({ ...store, variants: [small, { ...medium, price: '30', isPurchasable: false }], modifiedAt: at });
  });

  it.each([
    ['all that can be said of it', { barcode: '9', price: '20', salePrice: '15', retailPrice: '25' }, { barcode: '9', price: '20', salePrice: '15', retailPrice: '25' }],
    ['no more than a SKU', {}, { barcode: '', price: null, salePrice: null, retailPrice: null }],
  ])('has a new variant with %s, on sale and without a picture', (_, given, fields) => {
    const store = aStoreTee();
    const values = [{ option: 'Size', label: 'L' }];
    const draft = { productId: 190, productName: 'Organic tee', sku: 'TEE-L', values, ...given } as VariantDraft;
    const { variants } = withChanges(store, { ...nothing, added: [{ id: 193 as VariantId, draft }] });
    expect(variants).toEqual([...store.variants, { id: 193, sku: 'TEE-L', values, ...fields, isPurchasable: true, imageUrl: '' }]);
  });
});
