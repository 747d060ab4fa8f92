import type { Shop } from '../state/shop.ts';
import { lineAmounts, type LineAmounts } from './line-amounts.ts';
import { paymentAmounts, type PaymentAmounts } from './payment-amounts.ts';
import { saleAmounts, type SaleAmounts } from './sale-amounts.ts';
import type { SaleBody } from './sale-body.ts';

export interface SaleFigures {
  lines: LineAmounts[];
  header: SaleAmounts;
  payments: PaymentAmounts;
}

/** Everything that follows from a sale's prices, quantities, discounts, rates, shipping and payments. */
export function saleFigures(shop: Shop, sale: Omit<SaleBody, 'netAmount'>): SaleFigures {
  const rules = { taxInclusive: sale.taxInclusive, decimals: shop.decimals, customerGroupDiscount: sale.customerGroupDiscount };
  const lines = sale.invoiceLineItems.map((line) => {
    const rate = shop.taxes.find((tax) => tax.id === line.taxId)?.rate ?? 0;
    return lineAmounts(line, rate, rules);
  });
  return { lines, header: saleAmounts(sale, lines, shop.decimals), payments: paymentAmounts(sale.invoicePayments) };
}
