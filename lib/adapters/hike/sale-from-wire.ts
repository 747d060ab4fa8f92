import Big from 'big.js';
import type { z } from 'zod';
import { Sale, type SaleLine, type SalePayment } from '../../domain/sale';
import { moneyFromDecimal, negate, subtract, zero, type Currency, type Decimal, type Money } from '../../domain/money';
import { quantityFromDecimal } from '../../domain/quantity';
import { translated } from '../http/translated';
import type { SaleLineWire, SaleWire } from './sale-wire';

interface Mode {
  taxInclusive: boolean;
  currency: Currency;
}

const isOwed = (quantity: Decimal, amount: Money): boolean => new Big(quantity).lt(0) && amount.minor > 0;

/** The till leaves line tax unrounded; here ex tax, tax and inc tax are whole cents that add up. */
const lineFromWire = (line: SaleLineWire, { taxInclusive, currency }: Mode): z.input<typeof SaleLine> => {
  const stated = moneyFromDecimal(line.totalAmount, currency);
  // A return is negative in all of its amounts, also where Hike should state them without the sign.
  const flip = isOwed(line.quantity, stated) ? negate : (amount: Money) => amount;
  const total = flip(stated);
  const exclusive = line.taxExclusiveTotalAmount == null ? null : flip(moneyFromDecimal(line.taxExclusiveTotalAmount, currency));
  const implied = taxInclusive && exclusive ? subtract(total, exclusive) : zero(currency);
  const tax = line.taxAmount == null ? implied : flip(moneyFromDecimal(line.taxAmount, currency));
  return {
    productId: line.productId,
    title: line.title,
    sku: line.sku,
    quantity: quantityFromDecimal(line.quantity),
    total,
    exTax: taxInclusive ? subtract(total, tax) : total,
    tax,
  };
};

const paymentsFromWire = (sale: SaleWire): z.input<typeof SalePayment>[] =>
  (sale.invoicePayments ?? [])
    .filter(({ isPaid, isDeleted }) => isPaid && isDeleted !== true)
    .map(({ paymentOptionId, paymentOptionName, amount }) => ({
      typeId: paymentOptionId,
      name: paymentOptionName,
      amount: moneyFromDecimal(amount, sale.currency),
    }));

/** `totalDiscount` of the header belongs to a discount on the whole sale alone (reference: hike-api 6.4, point 6). */
const wholeSaleDiscount = (sale: SaleWire): Money =>
  new Big(sale.discountValue).eq(0) ? zero(sale.currency) : moneyFromDecimal(sale.totalDiscount, sale.currency);

const saleOf = (sale: SaleWire): Sale => {
  const money = (amount: Decimal) => moneyFromDecimal(amount, sale.currency);
  return Sale.parse({
    id: sale.id,
    number: sale.number,
    status: sale.status,
    transactionDate: sale.transactionDate,
    modifiedAt: sale.lastModificationTime ?? sale.creationTime ?? sale.transactionDate,
    outletId: sale.outletId,
    registerId: sale.registerId,
    customerId: sale.customerId,
    customerName: sale.customerName,
    taxInclusive: sale.taxInclusive,
    currency: sale.currency,
    lines: (sale.invoiceLineItems ?? []).map((line) => lineFromWire(line, sale)),
    shipping: money(sale.totalShippingCost),
    shippingTax: money(sale.shippingTaxAmount),
    tip: money(sale.totalTip),
    rounding: money(sale.roundingAmount),
    discount: wholeSaleDiscount(sale),
    totalTax: money(sale.totalTax),
    net: money(sale.netAmount),
    paid: money(sale.totalPaid),
    payments: paymentsFromWire(sale),
    note: sale.note,
    originalSaleId: sale.referenceInvoiceId,
    source: sale.invoiceFrom ?? null,
  });
};

export const saleFromWire = (sale: SaleWire): Sale => translated(() => saleOf(sale), { side: 'hike', what: `sale ${sale.id}` });
