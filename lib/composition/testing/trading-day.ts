import { vi } from 'vitest';
import { type ComparedStore, type ControlOrder, type ControlSale, PATIENCE, WORK } from './compared-store';

/** Of all that a till does, told as `ringUp` takes it. */
const SALES: Record<string, [lines: object[], rest?: Record<string, unknown>]> = {
  plain: [[{ sku: 'TOTE-01' }]],
  cheaper: [[{ sku: 'TEA-SENCHA', quantity: 3, discountPercent: 10 }]],
  weighed: [[{ sku: 'SOAP-OAT', quantity: '0.35' }, { sku: 'TOTE-01' }]],
  discounted: [[{ sku: 'TEA-SENCHA', quantity: 2 }, { sku: 'TOTE-01', discountAmount: '1.37' }], { discountPercent: 5 }],
  shipped: [[{ sku: 'TOTE-01' }], { shipping: '9.95', tip: 2 }],
  rounded: [[{ sku: 'SOAP-OAT' }], { rounding: '0.02', payments: [{ type: 'Cash' }] }],
  custom: [[{ title: 'Gift wrap', price: '4.99' }, { sku: 'SOAP-OAT', quantity: 7 }]],
  twoTenders: [[{ sku: 'TOTE-01', quantity: 2 }], { payments: [{ type: 'Cash', amount: 5 }, { type: 'Card' }] }],
  layBy: [[{ sku: 'TOTE-01' }], { status: 'LayBy', payments: [{ type: 'Card', amount: 5 }] }],
  paidOff: [[{ sku: 'TOTE-01' }], { status: 'LayBy', payments: [{ type: 'Card', amount: 5 }] }],
  onAccount: [[{ sku: 'SOAP-OAT' }], { status: 'OnAccount', payments: [] }],
  voided: [[{ sku: 'TOTE-01' }]],
  refunded: [[{ sku: 'TOTE-01' }, { sku: 'SOAP-OAT', quantity: 2 }]],
  partlyRefunded: [[{ sku: 'SOAP-OAT', quantity: 3 }]],
  exchanged: [[{ sku: 'TOTE-01' }]],
  parked: [[{ sku: 'TOTE-01' }], { status: 'Parked', payments: [] }],
  quote: [[{ sku: 'TOTE-01' }], { status: 'Quote', payments: [] }],
  voidedUnsent: [[{ sku: 'SOAP-OAT' }]],
};
/** Those that become orders while they are looked at. */
export const SENT = Object.keys(SALES).filter((name) => name !== 'parked' && name !== 'quote' && name !== 'voidedUnsent');

/** Of all that shoppers do, told as the sandbox's orders are placed. */
const ORDERS: Record<string, Record<string, unknown>> = {
  plain: {},
  coupon: { lines: [{ sku: 'SOAP-OAT', quantity: 7 }, { sku: 'TOTE-01' }], coupon: { code: 'TENOFF', type: 'percent', value: 10 }, shipping: '9.95' },
  cheaper: { lines: [{ sku: 'SOAP-OAT', quantity: 3 }, { sku: 'TOTE-01', quantity: 2 }], manualDiscount: '3.33', handling: '2.20' },
  wrapped: { lines: [{ sku: 'TOTE-01', wrapping: { name: 'Gift wrap', message: 'Hi', cost: '4.40' } }, { name: 'Engraving', price: '11.00' }], fees: [{ name: 'Surcharge', cost: '1.10' }] },
  gift: { giftCertificate: { code: 'GIFT-1', amount: '10.00' }, lines: [{ sku: 'TOTE-01', quantity: 2 }] },
  credit: { storeCredit: '5.00', customerId: 2 },
  completed: { status: 10, lines: [{ sku: 'SOAP-OAT', quantity: 2 }] },
  shippedLater: {},
};

type Named<T> = Record<string, T>;
export interface Day {
  sales: Named<ControlSale>;
  orders: Named<ControlOrder>;
}

const ringUpAll = async (store: ComparedStore): Promise<Named<ControlSale>> => {
  const sales: Named<ControlSale> = {};
  for (const [index, [name, [lines, rest]]] of Object.entries(SALES).entries()) sales[name] = await store.ringUp(lines, index, rest);
  // Nobody has read it yet.
  await store.atTill(sales.voidedUnsent!, 'void');
  return sales;
};

/** Till and shop trade for some hours, both ways, and nobody does anything by hand. */
export const trade = async (store: ComparedStore): Promise<Day> => {
  const { services: { pages }, storeHash, atTill } = store;
  const sales = await ringUpAll(store);
  const orders: Named<ControlOrder> = {};
  for (const [index, [name, rest]] of Object.entries(ORDERS).entries()) orders[name] = await store.place(index, rest);
  await pages.checkSales(storeHash);
  await vi.waitFor(async () => Promise.all(SENT.map((name) => store.orderOf(sales[name]!))), PATIENCE);
  await store.importAll(Object.values(orders).map(({ id }) => id));
  await store.startCatalogue();
  await atTill(sales.paidOff!, 'pay', { payments: [{ type: 'Cash' }] });
  await atTill(sales.voided!, 'void');
  await atTill(sales.refunded!, 'refund');
  await atTill(sales.partlyRefunded!, 'refund', { lines: [{ lineId: sales.partlyRefunded!.invoiceLineItems[0]!.id, quantity: 1 }] });
  await atTill(sales.exchanged!, 'exchange', { returns: [{ lineId: sales.exchanged!.invoiceLineItems[0]!.id }], lines: [{ sku: 'TEA-SENCHA' }] });
  await store.control(`/stores/${storeHash}/orders/${orders.shippedLater!.id}/ship`, {});
  await store.tellOf(orders.shippedLater!.id);
  await settle(store);
  return { sales, orders };
};

/** All that happened on either side has been read and followed. */
export const settle = async ({ services: { pages }, storeHash, untilDone, untilQuiet }: ComparedStore): Promise<void> => {
  await pages.checkSales(storeHash);
  await pages.checkOrders(storeHash);
  await pages.checkProducts(storeHash);
  await untilDone([...WORK, 'hike-sales', 'orders', 'hike-products']);
  await untilQuiet();
};
