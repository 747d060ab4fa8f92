import { control } from '../e2e/support/control';
import { type Merchant, merchantByHttp, until } from '../e2e/support/merchant-by-http';
import { newWorld } from '../e2e/support/world';
import { exchangesSince } from './exchanges';
import { type Figure, median } from './figures';

const ONE_BY_ONE = 15;
const IN_BULK = 40;
/** Both platforms' quotas roll: a burst of imports is measured with room in them. */
const forgetCalls = ({ storeHash, shopId }: Merchant): Promise<unknown> =>
  Promise.all([control(`/stores/${storeHash}/forget-calls`, { body: {} }), control(`/hike/shops/${shopId}/forget-calls`, { body: {} })]);

interface Row {
  id: number;
  state: string;
}

const ORDER = { status: 11, lines: [{ sku: 'TOTE-01', quantity: 2 }, { sku: 'MUG-BLUE', quantity: 1 }] };

const place = async (merchant: Merchant, count: number): Promise<number[]> => {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) ids.push((await control<{ id: number }>(`/stores/${merchant.storeHash}/orders`, { body: ORDER })).id);
  await until(async () => {
    const { rows } = await merchant.get<{ rows: Row[] }>('/orders?tab=to-import');
    return ids.every((id) => rows.some((row) => row.id === id)) ? true : null;
  });
  return ids;
};

const importAll = async (merchant: Merchant, ids: readonly number[]): Promise<void> => {
  await merchant.post('/orders/import', { orderIds: ids });
  await until(async () => {
    const { rows } = await merchant.get<{ rows: Row[] }>('/orders?tab=imported');
    return ids.every((id) => rows.some((row) => row.id === id)) ? true : null;
  });
};

interface Entry {
  at: string;
  result: string;
  bigcommerce: { id: string } | null;
}

/** From the click until the import stands in the log, less what the sandbox took to answer. */
const overheadOf = async (merchant: Merchant, id: number): Promise<number> => {
  const clicked = Date.now();
  await importAll(merchant, [id]);
  const { rows } = await merchant.get<{ rows: Entry[] }>('/sync-log?thing=order');
  const entry = rows.find(({ bigcommerce, result }) => bigcommerce?.id === String(id) && result === 'done');
  const calls = await exchangesSince(merchant, clicked);
  return Date.parse(entry?.at ?? '') - clicked - calls.reduce((sum, { ms }) => sum + ms, 0);
};

export const measureImports = async (): Promise<Figure[]> => {
  const merchant = await merchantByHttp(await newWorld());
  // More is sold here than the demo shop has on its shelves.
  await control(`/stores/${merchant.storeHash}/settings`, { method: 'PATCH', body: { oversell: 'allow' } });
  // Products and customers are known from here on.
  await importAll(merchant, await place(merchant, 1));
  const overheads: number[] = [];
  for (const id of await place(merchant, ONE_BY_ONE)) overheads.push(await overheadOf(merchant, id));
  const ids = await place(merchant, IN_BULK);
  await forgetCalls(merchant);
  const started = Date.now();
  await importAll(merchant, ids);
  const calls = (await exchangesSince(merchant, started)).filter(({ path }) => path.includes('/orders') || path.includes('/sales/create'));
  return [
    { name: 'Import: own overhead, median', value: median(overheads), unit: 'ms', aim: 50 },
    { name: 'Import: calls per order, in bulk', value: calls.length / ids.length, unit: 'calls', aim: 1.1 },
  ];
};
