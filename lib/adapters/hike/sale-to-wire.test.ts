import { describe, expect, it } from 'vitest';
import { HikeTax, type SaleDraft } from '../../domain/sale';
import { saleBody } from './sale-body';
import { saleToWire } from './sale-to-wire';
import { draftOf, gst } from './testing/sale-draft';

const line = draftOf().lines[0] as SaleDraft['lines'][number];

describe('the body of sales/create', () => {
  it('is that of the worked example', () => {
    const body = saleToWire(draftOf());
    expect(body).toEqual({
      number: 'BC-1042', transactionDate: '2026-01-15T03:20:00.000Z', finalizeDate: '2026-01-15T03:20:00.000Z',
      customerId: 51, customerName: 'Ana Diaz', outletId: 1, registerId: 2, status: 'Completed', taxInclusive: true, applyTaxAfterDiscount: true,
      subTotal: 40, totalDiscount: 0, totalShippingCost: 11, shippingTaxAmount: 1, shippingTaxId: 2, shippingTaxName: 'GST', shippingTaxRate: 10,
      roundingAmount: 0, totalTax: 5, netAmount: 55, totalPaid: 55, totalTender: 55, currency: 'AUD', note: 'BigCommerce order 1042 (store abc)\nBC-1042',
      invoiceFrom: 5, doNotUpdateInvenotry: false, isActive: true,
      invoiceLineItems: [
        {
          invoiceItemType: 0, invoiceItemValue: 812, sequence: 1, title: 'Canvas tote', sku: 'TOTE-01', quantity: 2, retailPrice: 22, soldPrice: 22,
          discountIsAsPercentage: false, discountValue: 0, totalDiscount: 0, totalAmount: 44, taxExclusiveTotalAmount: 40, effectiveAmount: 44,
          taxId: 2, taxName: 'GST', taxRate: 10, taxAmount: 4, isActive: true,
        },
      ],
      invoicePayments: [
        {
          paymentOptionId: 9, paymentOptionName: 'BigCommerce', paymentOptionType: 12, amount: 55, tenderedAmount: 55, isPaid: true,
          outletId: 1, registerId: 2, paymentDate: '2026-01-15T03:20:00.000Z',
        },
      ],
    });
    expect(saleBody.parse(body)).toEqual(body);
  });

  it('has the discount on the line and none in the header', () => {
    const discounted = saleToWire(draftOf({ lines: [{ ...line, unitDiscount: { minor: 220, currency: line.retailPrice.currency } }] }));
    expect(discounted).toMatchObject({ totalDiscount: 0, invoiceLineItems: [{ retailPrice: 22, discountValue: 2.2, soldPrice: 19.8, totalDiscount: 4.4, totalAmount: 39.6 }] });
  });

  it('marks a line without a product as custom', () => {
    const [custom] = saleToWire(draftOf({ lines: [{ ...line, productId: null }] })).invoiceLineItems;
    expect(custom).toMatchObject({ invoiceItemType: 2 });
    expect(custom).not.toHaveProperty('invoiceItemValue');
  });

  it('leaves out whom and what there is not', () => {
    const none = HikeTax.parse({ id: 1, name: 'No Tax', rate: '0', isActive: true });
    const zero = { minor: 0, currency: line.retailPrice.currency };
    const body = saleToWire(draftOf({ status: 'Parked', customer: null, shipping: zero, shippingTax: { tax: none, amount: '0' as never } }));
    for (const absent of ['customerId', 'customerName', 'finalizeDate', 'shippingTaxId']) expect(body).not.toHaveProperty(absent);
    expect(body).toMatchObject({ status: 'Parked', totalShippingCost: 0, netAmount: 44 });
  });

  it('puts the rounding into the net amount', () => {
    expect(saleToWire(draftOf({ rounding: { minor: -1, currency: line.retailPrice.currency } }))).toMatchObject({ roundingAmount: -0.01, netAmount: 54.99 });
  });

  it('does not repeat a reference that the note has already', () => {
    expect(saleToWire(draftOf({ note: 'Order BC-1042' })).note).toBe('Order BC-1042');
  });

  it('states yen without decimals', () => {
    const yen = (minor: number) => ({ minor, currency: 'JPY' as never });
    const body = saleToWire(
      draftOf({ currency: 'JPY' as never, lines: [{ ...line, retailPrice: yen(2200), unitDiscount: yen(0), tax: gst }], shipping: yen(0), rounding: yen(0), payments: [] }),
    );
    expect(body).toMatchObject({ netAmount: 4400, totalPaid: 0, invoiceLineItems: [{ retailPrice: 2200, totalAmount: 4400, taxAmount: 400 }] });
  });
});
