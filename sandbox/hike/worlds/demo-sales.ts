import { exchangeInput, payInput, refundInput, ringUpInput, type RingUpInput } from '../counter/counter-input.ts';
import { exchangeGoods } from '../counter/exchange-goods.ts';
import { paySale } from '../counter/pay-sale.ts';
import { refundSale } from '../counter/refund-sale.ts';
import { ringUp } from '../counter/ring-up.ts';
import { voidSale } from '../counter/void-sale.ts';
import type { Sale, SaleLine } from '../sales/sale.ts';
import type { Desk } from '../state/desk.ts';
import { parseBody } from '../wire/parse-body.ts';

const HOUR = 3_600_000;

/** A desk at an earlier hour, so that what is done there carries the dates of that hour. */
function hoursAgo(desk: Desk, hours: number): Desk {
  const at = new Date(desk.now().getTime() - hours * HOUR);
  return { ...desk, now: () => at };
}

function sell(desk: Desk, hours: number, basket: RingUpInput): Sale {
  return ringUp(hoursAgo(desk, hours), parseBody(ringUpInput, basket));
}

function customerNamed(desk: Desk, firstName: string): number | undefined {
  return desk.shop.customers.find((customer) => customer.first_name === firstName)?.id;
}

function firstLine(sale: Sale): SaleLine {
  const line = sale.invoiceLineItems[0];
  if (!line) throw new Error(`Sale ${sale.number} has no lines.`);
  return line;
}

function openSales(desk: Desk): void {
  const ben = customerNamed(desk, 'Ben');
  sell(desk, 120, { status: 'Parked', customerId: ben, lines: [{ sku: 'BOARD-OAK' }] });
  sell(desk, 110, { lines: [{ sku: 'SOAP-OAT', quantity: 3 }, { sku: 'BASIL-SEED', quantity: 2 }], payments: [{ type: 'Cash', tendered: 40 }] });
  sell(desk, 96, { status: 'LayBy', customerId: customerNamed(desk, 'Ana'), lines: [{ sku: 'VASE-TALL' }], payments: [{ type: 'Card', amount: '20.00' }] });
  sell(desk, 90, { status: 'OnAccount', customerId: ben, lines: [{ sku: 'MUG-BLUE', quantity: 6 }] });
  sell(desk, 80, { status: 'BackOrder', customerId: customerNamed(desk, 'Grace'), lines: [{ sku: 'TEE-L', quantity: 2 }] });
  sell(desk, 70, { register: 'Till 2', customerId: customerNamed(desk, 'Finn'), lines: [{ sku: 'CANDLE-CEDAR', discountPercent: 10 }], payments: [{ type: 'Cash', amount: 20 }, { type: 'Card' }] });
  sell(desk, 60, { status: 'Quote', customerId: ben, lines: [{ sku: 'TOWEL-LINEN', quantity: 20, discountPercent: 10 }] });
}

function goodsComeBack(desk: Desk): void {
  const mugs = sell(desk, 46, { customerId: customerNamed(desk, 'Esme'), lines: [{ sku: 'MUG-SAND', quantity: 2 }], payments: [{ type: 'Card' }] });
  const tee = sell(desk, 30, { customerId: customerNamed(desk, 'Dan'), lines: [{ sku: 'TEE-S' }], payments: [{ type: 'Card' }] });
  sell(desk, 26, { customerId: customerNamed(desk, 'Grace'), discountPercent: 5, lines: [{ sku: 'TEA-SENCHA', quantity: 2 }, { sku: 'TOWEL-LINEN' }], payments: [{ type: 'Card' }] });
  refundSale(hoursAgo(desk, 24), mugs, parseBody(refundInput, { lines: [{ lineId: firstLine(mugs).id, quantity: 1 }], restock: false, note: 'Chipped' }));
  exchangeGoods(hoursAgo(desk, 20), tee, parseBody(exchangeInput, { returns: [{ lineId: firstLine(tee).id }], lines: [{ sku: 'TEE-M' }] }));
}

/** A few days of trade, in order: sales of every kind. */
export function demoSales(desk: Desk): void {
  const laidBy = sell(desk, 150, { status: 'LayBy', customerId: customerNamed(desk, 'Cleo'), lines: [{ sku: 'BOARD-OAK' }], payments: [{ type: 'Cash', amount: '29.00' }] });
  sell(desk, 140, { customerId: customerNamed(desk, 'Ana'), lines: [{ sku: 'TOTE-01', quantity: 2 }], payments: [{ type: 'Card' }] });
  openSales(desk);
  paySale(hoursAgo(desk, 50), laidBy, parseBody(payInput, { payments: [{ type: 'Card' }] }));
  voidSale(hoursAgo(desk, 47), sell(desk, 48, { lines: [{ sku: 'CANDLE-FIG' }] }), 'Rung up twice');
  goodsComeBack(desk);
}

/** One sale of no product: enough for an app to learn the shop's tax rule from. */
export function giftBoxSale(desk: Desk): void {
  sell(desk, 24, { lines: [{ title: 'Gift box', price: 5, tax: 'GST' }], payments: [{ type: 'Card' }] });
}

/** Enough for an app to learn the shop's tax rule from. */
export function usSales(desk: Desk): void {
  sell(desk, 24, { lines: [{ sku: 'TOTE-01' }], payments: [{ type: 'Card' }] });
}
