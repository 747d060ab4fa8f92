import type { JobThing } from '../ports/tables';
import { followOrder } from './follow-orders/follow-order';
import { sweepOrders } from './follow-orders/sweep-orders';
import { importOrder } from './import-order/import-order';
import type { Job } from './job';
import { keepStore } from './keep-store';
import { pollHikeSales } from './poll-hike-sales';
import { readHikeLists } from './read-hike-lists';
import { sendSale } from './send-sale/send-sale';

/** What is done about each kind of dirty row. */
export const JOBS: Readonly<Record<JobThing, Job>> = {
  'import-order': importOrder,
  order: followOrder,
  sale: sendSale,
  'hike-sales': pollHikeSales,
  orders: sweepOrders,
  'hike-lists': readHikeLists,
  store: keepStore,
};
