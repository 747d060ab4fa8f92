import { askPump } from './ask-pump';
import { orderPanel } from './order-panel';
import { importOrders, leaveOut, orders } from './orders';
import { overview } from './overview';
import type { PageDeps } from './page-deps';
import type { Pages } from './pages';
import { pause, saveSettings, settings } from './settings';
import { ignoreEntry, retryEntry, syncLog } from './sync-log';

export const createPages = (deps: PageDeps): Pages => ({
  overview: (storeHash) => overview(deps, storeHash),
  settings: (storeHash) => settings(deps, storeHash),
  saveSettings: (storeHash, input, who) => saveSettings(deps, storeHash, { ...input, who }),
  refreshHikeLists: (storeHash) => askPump(deps, storeHash, 'hike-lists'),
  orders: (storeHash, query) => orders(deps, storeHash, query),
  importOrders: (storeHash, orderIds) => importOrders(deps, storeHash, orderIds),
  leaveOut: (storeHash, orderIds, isLeftOut) => leaveOut(deps, storeHash, { orderIds, leaveOut: isLeftOut }),
  checkOrders: (storeHash) => askPump(deps, storeHash, 'orders'),
  checkSales: (storeHash) => askPump(deps, storeHash, 'hike-sales'),
  orderPanel: (storeHash, orderId) => orderPanel(deps, storeHash, orderId),
  syncLog: (storeHash, query) => syncLog(deps, storeHash, query),
  retryEntry: (storeHash, id) => retryEntry(deps, storeHash, id),
  ignoreEntry: (storeHash, id) => ignoreEntry(deps, storeHash, id),
  pause: (storeHash, paused) => pause(deps, storeHash, paused),
});
