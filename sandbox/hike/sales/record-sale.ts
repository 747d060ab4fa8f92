import { record, type Desk } from '../state/desk.ts';
import { saleStatusFrom, type SaleStatus } from '../state/sale-status.ts';
import { Refusal, type FieldError } from '../wire/refusal.ts';
import { completeSale } from './complete-sale.ts';
import { moneyProblems } from './money-problems.ts';
import { moveStock } from './move-stock.ts';
import { referenceProblems } from './reference-problems.ts';
import { noteReturns, returnProblems } from './returned-goods.ts';
import type { Sale } from './sale.ts';
import type { SaleBody } from './sale-body.ts';
import { saleFigures, type SaleFigures } from './sale-figures.ts';
import { shopForSale } from './shop-for-sale.ts';
import { statusProblems } from './status-problems.ts';

export interface RecordedSale {
  sale: Sale;
  created: boolean;
}

function findBefore(desk: Desk, body: SaleBody): Sale | undefined {
  if (!body.id) return undefined;
  const found = desk.shop.sales.find((sale) => sale.id === body.id);
  if (!found) throw Refusal.notFound(`Sale ${body.id}`);
  return found;
}

function statusOf(body: SaleBody): SaleStatus {
  const status = saleStatusFrom(body.status);
  if (!status) throw Refusal.invalid([{ field: 'status', message: `"${body.status}" is not a status of a sale.` }]);
  return status;
}

function numberProblems(desk: Desk, body: SaleBody): FieldError[] {
  if (!desk.shop.unknowns.refusesSameNumber || !body.number) return [];
  const taken = desk.shop.sales.some((sale) => sale.number === body.number && sale.id !== body.id);
  return taken ? [{ field: 'number', message: `Sale number ${body.number} exists.` }] : [];
}

const RETURNS: ReadonlySet<SaleStatus> = new Set(['Refunded', 'Exchange']);

function check(desk: Desk, body: SaleBody, known: { status: SaleStatus; before: Sale | undefined; figures: SaleFigures }): void {
  const { status, before, figures } = known;
  const shop = shopForSale(desk.shop, before);
  const problems = [
    ...referenceProblems(shop, body, before),
    ...moneyProblems(shop, body, figures),
    ...statusProblems(body, { status, before, paid: figures.payments.totalPaid }),
    ...numberProblems(desk, body),
    ...(RETURNS.has(status) && !before ? returnProblems(desk.shop, body) : []),
  ];
  if (problems.length > 0) throw Refusal.invalid(problems);
}

function noteOnOriginal(desk: Desk, before: Sale | undefined, after: Sale): void {
  const taken = before && RETURNS.has(before.status) ? noteReturns(desk.shop, before, -1) : undefined;
  const given = RETURNS.has(after.status) ? noteReturns(desk.shop, after, 1) : undefined;
  const original = given ?? taken;
  if (original) original.lastModificationTime = after.lastModificationTime;
}

/** Takes in a sale, or a new state of one: checks it, moves stock, keeps it and writes the ledger. */
export function recordSale(desk: Desk, body: SaleBody): RecordedSale {
  const before = findBefore(desk, body);
  const status = statusOf(body);
  const figures = saleFigures(shopForSale(desk.shop, before), body);
  check(desk, body, { status, before, figures });

  const sale = completeSale(desk, body, { status, figures, before });
  moveStock(desk, before, sale);
  noteOnOriginal(desk, before, sale);
  if (before) desk.shop.sales[desk.shop.sales.indexOf(before)] = sale;
  else desk.shop.sales.push(sale);
  record(desk, before ? 'sale.updated' : 'sale.created', { id: sale.id, reference: sale.number, data: sale });
  return { sale, created: !before };
}
