import { describe, expect, it } from 'vitest';
import { ImageId, LocationId, OrderId, ProductId, SaleId, VariantId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import type { BigCommerce } from '../../engine/ports/bigcommerce';
import { BrokenContract, TransientFailure } from '../../engine/ports/failures';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const since = Instant.parse('2026-01-15T03:20:00.000Z');
const product = ProductId.parse(118);
const location = LocationId.parse(1);

describe('an answer without a body, where a list was asked for', () => {
  it.each<[string, (store: BigCommerce) => Promise<unknown>]>([
    ['products', ({ catalogue }) => catalogue.listProducts(null)],
    ['changed products', ({ catalogue }) => catalogue.listModifiedSince(since, 1)],
    ['products by id', ({ catalogue }) => catalogue.listByIds([product])],
    ['one product', ({ catalogue }) => catalogue.exists(product)],
    ['levels', ({ inventory }) => inventory.listLevels([VariantId.parse(93)], [location])],
    ['all levels', ({ inventory }) => inventory.listAllLevels([location], 1)],
  ])('is no empty list of %s', async (_what, read) => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ status: 204 }));
    await expect(read(bigcommerce)).rejects.toThrow(BrokenContract);
  });

  it.each<[string, (store: BigCommerce) => Promise<unknown[]>]>([
    ['changed orders', ({ orders }) => orders.listModifiedSince(since, 1)],
    ['orders by id', ({ orders }) => orders.listByIds([OrderId.parse(100)])],
    ['orders of a sale', ({ orders }) => orders.listBySale(SaleId.parse(501))],
  ])('means that there are no %s', async (_what, read) => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ status: 204 }));
    expect(await read(bigcommerce)).toEqual([]);
  });
});

describe('an answer without a body, where what was written is told', () => {
  const variant = { id: VariantId.parse(93), productId: product };
  const file = { name: 'mug.png', type: 'image/png', bytes: new Uint8Array([1]) };

  it.each<[string, (store: BigCommerce) => Promise<unknown>]>([
    ['a product', ({ catalogue }) => catalogue.update([{ id: product, name: 'Mug' }])],
    ['a variant', ({ catalogue }) => catalogue.updateVariants([{ ...variant, sku: 'MUG' }])],
    ['a picture of a variant', ({ catalogue }) => catalogue.updateVariants([{ ...variant, picture: { kind: 'file', ...file } }])],
    ['a new picture', ({ catalogue }) => catalogue.addImage(product, { source: { kind: 'file', ...file }, position: 0, isThumbnail: true })],
    ['a picture that was moved', ({ catalogue }) => catalogue.changeImage(product, ImageId.parse(7), { position: 1 })],
    ['levels', ({ inventory }) => inventory.setLevels([{ variantId: variant.id, locationId: location, quantity: 4 }])],
  ])('does not pass for the writing of %s', async (_what, write) => {
    const { bigcommerce } = scriptedBigCommerce(() => ({ status: 204 }));
    await expect(write(bigcommerce)).rejects.toThrow(/answer/i);
  });
});

describe('whether a product exists', () => {
  const answering = (status: number, body?: unknown) => scriptedBigCommerce(() => ({ status, body })).bigcommerce.catalogue.exists(product);

  it('is told by the product itself, and by nothing but a 404', async () => {
    expect(await answering(200, { data: { id: 118, name: 'Dustpan' } })).toBe(true);
    expect(await answering(404, { status: 404, title: 'The product was not found.' })).toBe(false);
    await expect(answering(200, { data: {} })).rejects.toThrow(BrokenContract);
    await expect(answering(503)).rejects.toThrow(TransientFailure);
  });
});
