import { askPump } from './ask-pump';
import { actOnCustomers } from './catalogue/act-on-customers';
import { actOnProducts } from './catalogue/actions';
import { approveStock } from './catalogue/approve-stock';
import { catalogueRun } from './catalogue/catalogue-run';
import { customers } from './catalogue/customers';
import { planRows } from './catalogue/plan-rows';
import { products } from './catalogue/products';
import { stock, stockTimeline } from './catalogue/stock';
import { toHikePreview } from './catalogue/to-hike-preview';
import { orderPanel } from './order-panel';
import { importOrders, leaveOut, orders } from './orders';
import { overview } from './overview';
import type { PageDeps } from './page-deps';
import type { Pages } from './pages';
import { retryCause, retryEntry } from './retry-entries';
import { fixDifferences, putDifferencesAside } from './reconciliation/fix-differences';
import { reconciliation } from './reconciliation/reconciliation';
import { previewSale } from './sale-preview';
import { pause, saveSettings, settings } from './settings';
import { ignoreEntry, syncLog } from './sync-log';

export const createPages = (deps: PageDeps): Pages => ({
  overview: (storeHash) => overview(deps, storeHash),
  settings: (storeHash) => settings(deps, storeHash),
  saveSettings: (storeHash, input, who) => saveSettings(deps, storeHash, { ...input, who }),
  refreshHikeLists: (storeHash) => askPump(deps, storeHash, 'hike-lists'),
  orders: (storeHash, query) => orders(deps, storeHash, query),
  importOrders: (storeHash, orderIds) => importOrders(deps, storeHash, orderIds),
  previewSale: (storeHash, request) => previewSale(deps, storeHash, request),
  leaveOut: (storeHash, orderIds, isLeftOut) => leaveOut(deps, storeHash, { orderIds, leaveOut: isLeftOut }),
  checkOrders: (storeHash) => askPump(deps, storeHash, 'orders'),
  checkSales: (storeHash) => askPump(deps, storeHash, 'hike-sales'),
  checkProducts: (storeHash) => askPump(deps, storeHash, 'hike-products'),
  checkCustomers: (storeHash) => askPump(deps, storeHash, 'hike-customers'),
  checkConnections: (storeHash) => askPump(deps, storeHash, 'watch'),
  orderPanel: (storeHash, orderId) => orderPanel(deps, storeHash, orderId),
  syncLog: (storeHash, query) => syncLog(deps, storeHash, query),
  retryEntry: (storeHash, id) => retryEntry(deps, storeHash, id),
  retryCause: (storeHash, cause) => retryCause(deps, storeHash, cause),
  ignoreEntry: (storeHash, id) => ignoreEntry(deps, storeHash, id),
  products: (storeHash, query) => products(deps, storeHash, query),
  catalogueRun: (storeHash) => catalogueRun(deps, storeHash),
  actOnProducts: (storeHash, action) => actOnProducts(deps, storeHash, action),
  toHikePreview: (storeHash, request) => toHikePreview(deps, storeHash, request),
  planRows: (storeHash) => planRows(deps, storeHash),
  stock: (storeHash, query) => stock(deps, storeHash, query),
  stockTimeline: (storeHash, hikeId, before) => stockTimeline(deps, storeHash, { hikeId, before }),
  approveStock: (storeHash, variantIds, who) => approveStock(deps, storeHash, { variantIds, who }),
  reconciliation: (storeHash, query) => reconciliation(deps, storeHash, query),
  compareNow: (storeHash) => askPump(deps, storeHash, 'reconcile'),
  fixDifferences: (storeHash, keys) => fixDifferences(deps, storeHash, keys),
  putDifferencesAside: (storeHash, keys) => putDifferencesAside(deps, storeHash, keys),
  customers: (storeHash, query) => customers(deps, storeHash, query),
  actOnCustomers: (storeHash, action) => actOnCustomers(deps, storeHash, action),
  pause: (storeHash, paused) => pause(deps, storeHash, paused),
});
