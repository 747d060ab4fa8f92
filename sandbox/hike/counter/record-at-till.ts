import { recordSale } from '../sales/record-sale.ts';
import { saleBody } from '../sales/sale-body.ts';
import type { Sale } from '../sales/sale.ts';
import { saleFigures } from '../sales/sale-figures.ts';
import { shopForSale } from '../sales/shop-for-sale.ts';
import type { Desk } from '../state/desk.ts';
import type { Register } from '../state/shop.ts';
import type { Big } from '../wire/money.ts';
import { parseBody } from '../wire/parse-body.ts';
import type { CounterPayment } from './counter-input.ts';
import { FROM_TILL, paymentsToTake } from './payments-to-take.ts';

export interface TillSale {
  register: Register;
  at: string | undefined;
  /** The sale without totals and payments: these follow. */
  draft: Record<string, unknown>;
  /** What is paid, once it is known what is due. */
  payments(due: Big): CounterPayment[];
}

/** Works out totals and payments as the till does, and hands the sale to the same rules that the API's sales pass. */
export function recordAtTill(desk: Desk, { register, at, draft, payments }: TillSale): Sale {
  const { shop } = desk;
  const transactionDate = at ?? desk.now().toISOString();
  const body = parseBody(saleBody, {
    outletId: register.outletID,
    registerId: register.id,
    taxInclusive: shop.taxInclusive,
    applyTaxAfterDiscount: shop.applyTaxAfterDiscount,
    currency: shop.currency,
    invoiceFrom: FROM_TILL,
    servedBy: shop.users[0]?.id,
    transactionDate,
    netAmount: 0,
    ...draft,
  });
  const due = saleFigures(shopForSale(shop, undefined), body).header.netAmount;
  const taken = paymentsToTake(shop, payments(due), { register, amount: due, at: transactionDate });
  const withPayments = parseBody(saleBody, { ...body, netAmount: due.toNumber(), invoicePayments: taken });
  return recordSale(desk, withPayments).sale;
}
