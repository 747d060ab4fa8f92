import type { Shop } from '../state/shop.ts';

function idOf<T extends { id: number }>(things: T[], matches: (thing: T) => boolean): number {
  const found = things.find(matches);
  if (!found) throw new Error('The shop lacks what the test needs.');
  return found.id;
}

/** Two canvas totes and shipping, paid online: 2 x 22.00 + 11.00 including GST. */
export function webSale(shop: Shop) {
  const gst = idOf(shop.taxes, (tax) => tax.name === 'GST');
  return {
    number: 'BC-1042',
    transactionDate: '2026-01-15T03:20:00Z',
    outletId: idOf(shop.outlets, (outlet) => outlet.title === 'Harbour Street'),
    registerId: idOf(shop.registers, (register) => register.name === 'Online'),
    status: 'Completed' as string | number,
    taxInclusive: true,
    applyTaxAfterDiscount: true,
    subTotal: 40,
    totalShippingCost: 11,
    shippingTaxAmount: 1,
    totalTax: 5,
    roundingAmount: 0,
    netAmount: 55 as number | string,
    totalPaid: 55,
    currency: 'AUD',
    doNotUpdateInvenotry: false,
    invoiceLineItems: [
      {
        invoiceItemType: 0,
        invoiceItemValue: idOf(shop.products, (row) => row.sku === 'TOTE-01'),
        sequence: 1,
        title: 'Canvas tote',
        sku: 'TOTE-01',
        quantity: 2,
        retailPrice: 22,
        soldPrice: 22,
        discountIsAsPercentage: true,
        discountValue: 0,
        totalAmount: 44,
        taxExclusiveTotalAmount: 40,
        effectiveAmount: 44,
        taxId: gst,
        taxRate: 10,
        taxAmount: 4,
      },
    ],
    invoicePayments: [
      { paymentOptionId: idOf(shop.paymentTypes, (type) => type.payment_name === 'BigCommerce'), paymentOptionType: 27, amount: 55, tenderedAmount: 55, isPaid: true },
    ],
  };
}

export type WebSale = ReturnType<typeof webSale>;
