import { setTimeout as pause } from 'node:timers/promises';
import { control } from '../e2e/support/control';
import { type Merchant, merchantByHttp, until } from '../e2e/support/merchant-by-http';
import { newWorld } from '../e2e/support/world';
import { exchangesSince } from './exchanges';
import { type Figure, median } from './figures';

const SALES = 6;

interface LedgerRow {
  at: string;
  reference?: string;
}

/** Milliseconds from ring-up to order, and from the poll that saw the sale to the order. */
const sendOne = async (merchant: Merchant): Promise<{ all: number; afterPoll: number }> => {
  const rungUpAt = Date.now();
  const sale = await control<{ id: number }>(`/hike/shops/${merchant.shopId}/sales`, { body: { lines: [{ sku: 'TOTE-01' }], payments: [{ type: 'Cash' }] } });
  const order = await until(async () => {
    // A page that is open keeps the polling quick, as it does for a merchant who looks.
    await merchant.get('/overview');
    const rows = await control<LedgerRow[]>(`/ledger?side=bigcommerce&tenant=${merchant.storeHash}&kind=order.created`);
    await pause(200);
    return rows.find(({ reference }) => reference === String(sale.id)) ?? null;
  });
  const polls = (await exchangesSince(merchant, rungUpAt)).filter(({ path }) => path.includes('/sales/get_all'));
  const createdAt = Date.parse(order.at);
  return { all: createdAt - rungUpAt, afterPoll: createdAt - Date.parse(polls[0]?.at ?? '') };
};

const INTERVAL_MS = 15_000;

export const measureSales = async (): Promise<Figure[]> => {
  const merchant = await merchantByHttp(await newWorld());
  const sent: { all: number; afterPoll: number }[] = [];
  for (let index = 0; index < SALES; index += 1) {
    sent.push(await sendOne(merchant));
    // Not in step with the polls.
    await pause(1000 + index * 700);
  }
  const slowest = Math.max(...sent.map(({ all }) => all));
  return [
    { name: 'Sale: from the poll that sees it to the order, median', value: median(sent.map(({ afterPoll }) => afterPoll)) / 1000, unit: 's', aim: 1 },
    { name: 'Sale: slowest ring-up to order, less the polling interval', value: Math.max(0, slowest - INTERVAL_MS) / 1000, unit: 's', aim: 1 },
  ];
};
