import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sale } from '../sales/sale.ts';
import { RunningHike } from '../testing/running-hike.ts';

let hike: RunningHike;

beforeEach(async () => {
  hike = await RunningHike.start();
});
afterEach(() => hike.stop());

async function asListed(id: number): Promise<Sale | undefined> {
  return (await hike.get<{ items: Sale[] }>('/sales/get_all?page_size=500')).body.items.find((sale) => sale.id === id);
}

describe('ringing up', () => {
  test('splits the tender, gives change, and writes a complete sale', async () => {
    const sale = await hike.till('', {
      lines: [{ sku: 'MUG-BLUE', quantity: 2, discountPercent: 10 }, { title: 'Gift wrap', price: 5, tax: 'GST' }],
      register: 'Till 2',
      payments: [{ type: 'Cash', amount: 20, tendered: 50 }, { type: 'Card' }],
    });
    expect(sale).toMatchObject({ status: 'Completed', netAmount: 38.3, totalPaid: 38.3, totalTender: 68.3, changeAmount: 30, registerName: 'Till 2', servedByName: 'Robin Hale' });
    expect(sale.number).toMatch(/^HS2-\d+$/);
    expect(sale.invoiceLineItems.map((line) => [line.sequence, line.soldPrice, line.taxName])).toEqual([[1, 16.65, 'GST'], [2, 5, 'GST']]);
    expect(sale.invoicePayments.every((payment) => payment.registerClosureId === sale.registerClosureId)).toBe(true);
    expect(await asListed(sale.id)).toEqual(sale);
  });

  test('adds tip and rounding to what is paid', async () => {
    const sale = await hike.till('', { lines: [{ sku: 'MUG-BLUE' }], tip: 2, rounding: '-0.02' });
    expect([sale.netAmount, sale.totalPaid, sale.totalTip, sale.roundingAmount]).toEqual([20.48, 20.48, 2, -0.02]);
  });

  test('takes prices without tax in a shop that adds it', async () => {
    hike.hike.createWorld('us', 'us');
    const { body } = await hike.control<Sale>('POST', '/shops/us/sales', { lines: [{ sku: 'TOTE-01' }] });
    expect([body.taxInclusive, body.subTotal, body.totalTax, body.netAmount]).toEqual([false, 22, 1.815, 23.82]);
  });

  test('refuses an unknown SKU, register or payment type with a sentence', async () => {
    for (const basket of [{ lines: [{ sku: 'NOPE' }] }, { lines: [{ sku: 'TOTE-01' }], register: 'Till 9' }, { lines: [{ sku: 'TOTE-01' }], payments: [{ type: 'Shells' }] }])
      expect((await hike.control('POST', '/shops/shop/sales', basket)).status).toBe(422);
  });
});

describe('paying off', () => {
  test('completes a lay-by: modified now, but sold on its old date', async () => {
    const sale = await hike.till('', { status: 'LayBy', lines: [{ sku: 'VASE-TALL' }], payments: [{ type: 'Cash', amount: 10 }] });
    await hike.core.clock.moveBy(3 * 86_400_000);
    const part = await hike.till(`/${sale.id}/pay`, { payments: [{ type: 'Card', amount: 20 }] });
    expect([part.status, part.totalPaid]).toEqual(['LayBy', 30]);
    const done = await hike.till(`/${sale.id}/pay`, { payments: [{ type: 'Card' }] });
    expect(done).toMatchObject({ status: 'Completed', totalPaid: 64.9, transactionDate: sale.transactionDate });
    expect(Date.parse(done.lastModificationTime)).toBeGreaterThan(Date.parse(sale.lastModificationTime) + 2 * 86_400_000);
    const recent = await hike.get<{ items: Sale[] }>(`/sales/get_all?invoice_range_from=${new Date(hike.core.clock.now().getTime() - 3_600_000).toISOString()}`);
    expect(recent.body.items).toEqual([]);
  });

  test('still works after the register and the tax were switched off', async () => {
    const sale = await hike.till('', { status: 'OnAccount', register: 'Till 2', lines: [{ sku: 'VASE-TALL' }] });
    await hike.control('PATCH', `/shops/shop/taxes/${sale.invoiceLineItems[0]?.taxId}`, { isActive: false, rate: 12 });
    const paid = await hike.till(`/${sale.id}/pay`, { payments: [{ type: 'Card' }] });
    expect([paid.status, paid.totalTax]).toEqual(['Completed', sale.totalTax]);
  });

  test('takes no more than what is due', async () => {
    const sale = await hike.till('', { status: 'Parked', lines: [{ sku: 'MUG-BLUE' }] });
    expect((await hike.control('POST', `/shops/shop/sales/${sale.id}/pay`, { payments: [{ type: 'Card', amount: 100 }] })).status).toBe(422);
  });
});

describe('giving back', () => {
  test('a refund is a sale of its own that names the original', async () => {
    const sale = await hike.till('', { lines: [{ sku: 'MUG-BLUE', quantity: 3 }, { sku: 'SOAP-OAT' }], discountPercent: 7, shipping: 11, shippingTax: 'GST', payments: [{ type: 'Card' }] });
    const refund = await hike.till(`/${sale.id}/refund`);
    expect(refund).toMatchObject({ status: 'Refunded', referenceInvoiceId: sale.id, netAmount: -sale.netAmount, totalPaid: -sale.netAmount, isReStockWhenRefund: true });
    expect(refund.invoicePayments[0]?.paymentOptionName).toBe('Card');
    expect(refund.totalDiscount).toBeLessThan(0);
    const original = await asListed(sale.id);
    expect([original?.status, original?.invoiceLineItems.map((line) => line.refundedQuantity)]).toEqual(['Completed', [3, 1]]);
  });

  test('a part comes back once, and no more than was sold', async () => {
    const sale = await hike.till('', { lines: [{ sku: 'MUG-BLUE', quantity: 3 }] });
    const lineId = sale.invoiceLineItems[0]?.id;
    const part = await hike.till(`/${sale.id}/refund`, { lines: [{ lineId, quantity: 2 }] });
    expect(part.netAmount).toBe(-37);
    expect((await hike.control('POST', `/shops/shop/sales/${sale.id}/refund`, { lines: [{ lineId, quantity: 2 }] })).status).toBe(422);
    expect((await hike.till(`/${sale.id}/refund`)).netAmount).toBe(-18.5);
    expect((await hike.control('POST', `/shops/shop/sales/${sale.id}/refund`)).status).toBe(422);
  });

  test('an exchange holds both ways in one sale and takes the difference', async () => {
    const sale = await hike.till('', { lines: [{ sku: 'TEE-S' }], discountPercent: 10 });
    const exchange = await hike.till(`/${sale.id}/exchange`, { returns: [{ lineId: sale.invoiceLineItems[0]?.id }], lines: [{ sku: 'TEE-M' }] });
    expect(exchange).toMatchObject({ status: 'Exchange', referenceInvoiceId: sale.id, netAmount: 4.5, totalPaid: 4.5 });
    expect(exchange.invoiceLineItems.map((line) => [line.sku, line.quantity])).toEqual([['TEE-S', -1], ['TEE-M', 1]]);
  });

  test('nothing follows a void, and a sale with returns cannot be voided', async () => {
    const voided = await hike.till('', { lines: [{ sku: 'MUG-BLUE' }] });
    await hike.till(`/${voided.id}/void`);
    expect((await hike.control('POST', `/shops/shop/sales/${voided.id}/void`)).status).toBe(422);
    const returned = await hike.till('', { lines: [{ sku: 'MUG-BLUE' }] });
    await hike.till(`/${returned.id}/refund`);
    expect((await hike.control('POST', `/shops/shop/sales/${returned.id}/void`)).status).toBe(422);
  });

  test('what the till does stands in the ledger apart from what the API does', async () => {
    const sale = await hike.till('', { lines: [{ sku: 'MUG-BLUE' }] });
    expect(hike.core.ledger.list({ side: 'hike', kind: 'till.sale.created' }).map((row) => row.id)).toEqual([sale.id]);
    expect(hike.core.ledger.list({ side: 'hike', kind: 'sale.created' })).toEqual([]);
  });
});
