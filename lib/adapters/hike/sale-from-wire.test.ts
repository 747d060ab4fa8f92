import { describe, expect, it } from 'vitest';
import { saleFromWire } from './sale-from-wire';
import { saleWire } from './sale-wire';

const line = {
  invoiceItemType: 0, invoiceItemValue: 812, title: 'Canvas tote', sku: 'TOTE-01', quantity: 2, retailPrice: 22, soldPrice: 22,
  totalAmount: 44, taxExclusiveTotalAmount: 40, effectiveAmount: 44, taxId: 2, taxRate: 10, taxAmount: 4,
};
const payment = { paymentOptionId: 9, paymentOptionName: 'Cash', paymentOptionType: 1, amount: 55, isPaid: true, isDeleted: false };

/** The worked example of the reference (hike-api 6.4), with what else a list carries. */
const wire = {
  id: 71, number: 'BC-1042', status: 'Completed', transactionDate: '2026-01-15T03:20:00Z', creationTime: '2026-01-15T03:20:01.1234567',
  lastModificationTime: '2026-01-15T04:00:00', outletId: 1, registerId: 2, customerId: 51, customerName: 'Ana Diaz', taxInclusive: true, currency: 'AUD',
  discountIsAsPercentage: true, discountValue: 0, subTotal: 40, totalDiscount: 0, totalTip: 0, totalShippingCost: 11, shippingTaxAmount: 1, roundingAmount: 0,
  totalTax: 5, netAmount: 55, totalPaid: 55, note: 'BigCommerce order 1042', referenceInvoiceId: null, invoiceFrom: 5, doNotUpdateInvenotry: false,
  invoiceLineItems: [line], invoicePayments: [payment],
};

const parsed = (change: object = {}) => saleFromWire(saleWire.parse({ ...wire, ...change }));
const aud = (minor: number) => ({ minor, currency: 'AUD' });

describe('a sale of Hike', () => {
  it('becomes ours, in cents and UTC', () => {
    expect(parsed()).toEqual({
      id: 71, number: 'BC-1042', status: 'Completed', transactionDate: '2026-01-15T03:20:00.000Z', modifiedAt: '2026-01-15T04:00:00.000Z',
      outletId: 1, registerId: 2, customerId: 51, customerName: 'Ana Diaz', taxInclusive: true, currency: 'AUD',
      lines: [{ productId: 812, title: 'Canvas tote', sku: 'TOTE-01', quantity: 20_000, total: aud(4400), exTax: aud(4000), tax: aud(400) }],
      shipping: aud(1100), shippingTax: aud(100), tip: aud(0), rounding: aud(0), discount: aud(0), totalTax: aud(500), net: aud(5500), paid: aud(5500),
      payments: [{ typeId: 9, name: 'Cash', amount: aud(5500) }], note: 'BigCommerce order 1042', originalSaleId: null, source: 5,
    });
  });

  it.each([
    ['Completed', 'Completed'],
    ['completed', 'Completed'],
    [2, 'Completed'],
    ['2', 'Completed'],
    [-1, 'Initial'],
    [0, 'Pending'],
    [5, 'LayBy'],
    ['layby', 'LayBy'],
    [16, 'OnGoing'],
  ])('has status %s read as %s', (status, name) => {
    expect(parsed({ status }).status).toBe(name);
  });

  it.each([
    ['amounts as text', { netAmount: '55.00', totalPaid: '55', invoiceLineItems: [{ ...line, totalAmount: '44.00', quantity: '2.0000' }] }],
    ['absent amounts that are zero', { totalTip: undefined, roundingAmount: null, discountValue: undefined }],
    ['no walk-in customer, written as 0', { referenceInvoiceId: 0 }],
    ['fields that nobody knows', { newField: { deep: 1 } }],
    ['a payment that was taken back', { invoicePayments: [payment, { ...payment, isDeleted: true }] }],
  ])('may have %s', (_name, change) => {
    expect(parsed(change)).toEqual(parsed());
  });

  it('splits a line into whole cents that add up, in both modes', () => {
    const odd = { ...line, quantity: 1, totalAmount: 9.99, taxAmount: 0.9081818181818182, taxExclusiveTotalAmount: 9.081818181818182 };
    expect(parsed({ invoiceLineItems: [odd] }).lines[0]).toMatchObject({ total: aud(999), exTax: aud(908), tax: aud(91) });
    const exclusive = { ...line, quantity: 1, totalAmount: 9.99, taxAmount: 0.824175, taxExclusiveTotalAmount: 9.99 };
    expect(parsed({ taxInclusive: false, invoiceLineItems: [exclusive] }).lines[0]).toMatchObject({ total: aud(999), exTax: aud(999), tax: aud(82) });
  });

  it('takes the tax from what is left where Hike states none', () => {
    const untold = { ...line, taxAmount: null };
    expect(parsed({ invoiceLineItems: [untold] }).lines[0]).toMatchObject({ exTax: aud(4000), tax: aud(400) });
  });

  it('keeps fractions of a unit', () => {
    expect(parsed({ invoiceLineItems: [{ ...line, quantity: 0.35 }] }).lines[0]).toMatchObject({ quantity: 3500 });
  });

  it.each([
    ['negative', -44, -4, -40],
    ['without the sign', 44, 4, 40],
  ])('has a return with amounts %s', (_name, totalAmount, taxAmount, taxExclusiveTotalAmount) => {
    const back = { ...line, quantity: -2, totalAmount, taxAmount, taxExclusiveTotalAmount };
    const sale = parsed({ status: 'Refunded', referenceInvoiceId: 70, netAmount: -44, invoiceLineItems: [back] });
    expect(sale.lines[0]).toMatchObject({ quantity: -20_000, total: aud(-4400), exTax: aud(-4000), tax: aud(-400) });
    expect(sale).toMatchObject({ originalSaleId: 70, net: aud(-4400) });
  });

  it.each([
    [0, true],
    [1, false],
    [2, false],
    [5, false],
    [7, true],
    [null, true],
  ])('has a line of type %s that is a product: %s', (invoiceItemType, isProduct) => {
    expect(parsed({ invoiceLineItems: [{ ...line, invoiceItemType }] }).lines[0]?.productId).toBe(isProduct ? 812 : null);
  });

  it('has a discount only where the whole sale has one', () => {
    expect(parsed({ discountValue: 10, totalDiscount: 4.4 }).discount).toEqual(aud(440));
    expect(parsed({ discountValue: 0, totalDiscount: 4.4 }).discount).toEqual(aud(0));
  });

  it.each([
    ['an unknown status', { status: 'Finalized' }],
    ['no lines to understand', { invoiceLineItems: [{ title: 'x' }] }],
    ['no currency', { currency: null }],
    ['a date that is none', { transactionDate: 'yesterday' }],
    ['an amount that is none', { netAmount: '55 AUD' }],
  ])('is refused with %s', (_name, change) => {
    expect(saleWire.safeParse({ ...wire, ...change }).success).toBe(false);
  });
});
