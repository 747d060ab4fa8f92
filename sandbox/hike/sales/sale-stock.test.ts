import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RunningHike } from '../testing/running-hike.ts';
import { webSale } from '../testing/web-sale.ts';
import type { Sale } from './sale.ts';

let hike: RunningHike;

beforeEach(async () => {
  hike = await RunningHike.start();
});
afterEach(() => hike.stop());

const BASIL = 'BASIL-SEED';

describe('stock', () => {
  test('leaves the shelf with a completed sale from the API', async () => {
    const before = await hike.stockOf('TOTE-01');
    await hike.post('/sales/create', webSale(await hike.shop()));
    expect(await hike.stockOf('TOTE-01')).toEqual({ onHand: before.onHand - 2, reserved: 0 });
  });

  test('stays where it is when the sale says doNotUpdateInvenotry', async () => {
    const before = await hike.stockOf('TOTE-01');
    await hike.post('/sales/create', { ...webSale(await hike.shop()), doNotUpdateInvenotry: true });
    expect(await hike.stockOf('TOTE-01')).toEqual(before);
  });

  test('is reserved by a parked web order and sold when the same sale is posted as completed', async () => {
    const before = await hike.stockOf('TOTE-01');
    const parked = await hike.post<Sale>('/sales/create', { ...webSale(await hike.shop()), status: 'Parked' });
    expect(await hike.stockOf('TOTE-01')).toEqual({ onHand: before.onHand, reserved: 2 });
    const completed = await hike.post<Sale>('/sales/create', { ...parked.body, status: 'Completed' });
    expect([completed.status, completed.body.id]).toEqual([202, parked.body.id]);
    expect(await hike.stockOf('TOTE-01')).toEqual({ onHand: before.onHand - 2, reserved: 0 });
  });

  test.each(['Parked', 'LayBy', 'BackOrder'])('is reserved by a sale with status %s and free again when it is voided', async (status) => {
    const before = await hike.stockOf(BASIL);
    const sale = await hike.till('', { status, lines: [{ sku: BASIL, quantity: 3 }] });
    expect(await hike.stockOf(BASIL)).toEqual({ onHand: before.onHand, reserved: before.reserved + 3 });
    await hike.till(`/${sale.id}/void`);
    expect(await hike.stockOf(BASIL)).toEqual(before);
  });

  test('leaves with an on-account sale and does not move with a quote', async () => {
    const before = await hike.stockOf(BASIL);
    await hike.till('', { status: 'OnAccount', lines: [{ sku: BASIL }] });
    await hike.till('', { status: 'Quote', lines: [{ sku: BASIL, quantity: 9 }] });
    expect(await hike.stockOf(BASIL)).toEqual({ onHand: before.onHand - 1, reserved: before.reserved });
  });

  test('comes back when a completed sale is voided', async () => {
    const before = await hike.stockOf(BASIL);
    const sale = await hike.till('', { lines: [{ sku: BASIL }] });
    await hike.till(`/${sale.id}/void`);
    expect(await hike.stockOf(BASIL)).toEqual(before);
  });

  test.each([
    [true, 0],
    [false, -2],
  ])('after a refund with restock %s differs by %i', async (restock, difference) => {
    const before = await hike.stockOf(BASIL);
    const sale = await hike.till('', { lines: [{ sku: BASIL, quantity: 2 }] });
    await hike.till(`/${sale.id}/refund`, { restock });
    expect((await hike.stockOf(BASIL)).onHand).toBe(before.onHand + difference);
  });

  test('comes back with a refund that the API posts, which names its original', async () => {
    const before = await hike.stockOf('TOTE-01');
    const original = (await hike.post<Sale>('/sales/create', webSale(await hike.shop()))).body;
    const { id: _id, number: _number, ...copy } = original;
    const refund = {
      ...copy,
      status: 'Refunded',
      referenceInvoiceId: original.id,
      isReStockWhenRefund: true,
      subTotal: -40,
      totalShippingCost: -11,
      shippingTaxAmount: -1,
      totalTax: -5,
      netAmount: -55,
      totalPaid: -55,
      totalTender: -55,
      invoiceLineItems: original.invoiceLineItems.map((line) => ({ ...line, id: 0, quantity: -2, totalAmount: -44, taxExclusiveTotalAmount: -40, effectiveAmount: -44, taxAmount: -4 })),
      invoicePayments: original.invoicePayments.map((payment) => ({ ...payment, id: 0, amount: -55, tenderedAmount: -55 })),
    };
    const posted = await hike.post<Sale>('/sales/create', refund);
    expect([posted.status, posted.body.netAmount]).toEqual([201, -55]);
    expect(await hike.stockOf('TOTE-01')).toEqual(before);
    expect((await hike.post('/sales/create', refund)).status).toBe(422);
  });

  test('moves in fractions and both ways in an exchange', async () => {
    const lavender = await hike.stockOf('LOOSE-LAVENDER');
    const basil = await hike.stockOf(BASIL);
    const sale = await hike.till('', { lines: [{ sku: 'LOOSE-LAVENDER', quantity: '0.1' }, { sku: 'LOOSE-LAVENDER', quantity: '0.25' }] });
    expect((await hike.stockOf('LOOSE-LAVENDER')).onHand).toBe(lavender.onHand - 0.35);
    await hike.till(`/${sale.id}/exchange`, { returns: [{ lineId: sale.invoiceLineItems[1]?.id }], lines: [{ sku: BASIL }] });
    expect((await hike.stockOf('LOOSE-LAVENDER')).onHand).toBe(lavender.onHand - 0.1);
    expect((await hike.stockOf(BASIL)).onHand).toBe(basil.onHand - 1);
  });

  test('shows as available only what is not reserved', async () => {
    const { body } = await hike.get<{ items: { product_outlets: Record<string, number>[] }[] }>('/products/get_all?Filter=VASE-TALL');
    expect(body.items[0]?.product_outlets[0]).toMatchObject({ on_hand_inventory: 7, reserved_inventory: 1, available_inventory: 6 });
  });

  test('marks the product as changed, unless the shop is told otherwise', async () => {
    const since = async () => {
      await hike.core.clock.moveBy(60_000);
      const start = hike.core.clock.now().toISOString();
      await hike.till('', { lines: [{ sku: BASIL }] });
      return (await hike.get<{ totalCount: number }>(`/products/get_all?Sync_From=${start}`)).body.totalCount;
    };
    expect(await since()).toBe(1);
    await hike.control('PATCH', '/shops/shop', { unknowns: { stockChangesLastModified: false } });
    expect(await since()).toBe(0);
  });
});
