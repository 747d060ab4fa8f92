import type { JobThing } from '../ports/tables';
import { pollHikeCustomers } from './customers/poll-hike-customers';
import { sendCustomers } from './customers/send-customers';
import { compareProducts } from './catalogue/compare-products';
import { pollHikeProducts } from './catalogue/poll-hike-products';
import { productToHike } from './catalogue/product-to-hike';
import { rereadStoreProducts } from './catalogue/reread-store-products';
import { sweepStoreProducts } from './catalogue/sweep-store-products';
import { syncProducts } from './catalogue/sync-products';
import { followOrder } from './follow-orders/follow-order';
import { sweepOrders } from './follow-orders/sweep-orders';
import { importOrder } from './import-order/import-order';
import { previewOrder } from './import-order/preview-order';
import type { Job } from './job';
import { keepStore } from './keep-store';
import { pollHikeSales } from './poll-hike-sales';
import { readHikeLists } from './read-hike-lists';
import { reconcile } from './reconcile/reconcile';
import { sendSale } from './send-sale/send-sale';
import { followMovedLevels } from './stock/follow-moved-levels';
import { publishStock } from './stock/publish-stock';
import { sendMail } from './watch/send-mail';
import { watchConnections } from './watch/watch-connections';

/** What is done about each kind of dirty row. */
export const JOBS: Readonly<Record<JobThing, Job>> = {
  'import-order': importOrder,
  'preview-order': previewOrder,
  order: followOrder,
  sale: sendSale,
  'hike-sales': pollHikeSales,
  orders: sweepOrders,
  'hike-lists': readHikeLists,
  store: keepStore,
  'hike-products': pollHikeProducts,
  'store-products': sweepStoreProducts,
  compare: compareProducts,
  product: syncProducts,
  'store-product': rereadStoreProducts,
  'product-to-hike': productToHike,
  stock: publishStock,
  'store-stock': followMovedLevels,
  'hike-customers': pollHikeCustomers,
  customer: sendCustomers,
  reconcile,
  watch: watchConnections,
  mail: sendMail,
};
