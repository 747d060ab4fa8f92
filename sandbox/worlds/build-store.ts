import type { Store } from '../bigcommerce/model/store.ts';
import { placeOrder } from '../bigcommerce/orders/place-order.ts';
import { shipOrder } from '../bigcommerce/orders/ship.ts';
import { quoteRefund, refundOrder } from '../bigcommerce/orders/refund.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import type { Ledger } from '../core/contract.ts';
import { catalogueItems, largeItems } from './catalogue/catalogue-items.ts';
import { catalogueOrders } from './catalogue/catalogue-orders.ts';
import { stockCatalogueStore } from './catalogue/stock-catalogue-store.ts';
import { addCataloguePeople } from './catalogue/store-people.ts';
import { DEMO_ORDERS, US_ORDERS, type Past } from './demo-orders.ts';
import { newStore } from './new-store.ts';
import { addPeople, stockStore } from './stock-store.ts';
import type { WorldName } from './world-names.ts';

const DAY_MS = 86_400_000;

/** What a store is seeded with is no event: nothing in the ledger, no webhooks, and the clock stands where `at` says. */
function seeding(platform: Platform, at: () => Date): Platform {
  const ledger: Ledger = { append: (row) => ({ seq: 0, at: at().toISOString(), ...row }), list: () => [] };
  const clock = { now: at, schedule: (when: Date, run: () => void | Promise<void>) => platform.core.clock.schedule(when, run) };
  return { ...platform, core: { ...platform.core, clock, ledger }, emit: () => undefined };
}

/** Gives the orders whose status speaks of shipments or refunds the shipments and refunds that they speak of. */
function livedThrough(platform: Platform, store: Store): void {
  for (const order of store.orders.values()) {
    const { statusId } = order;
    const line = order.lines[0];
    if (!line) continue;
    const target = { store, order };
    if (statusId === 2 || statusId === 3) {
      const items = (statusId === 2 ? order.lines : [line]).map((one) => ({ lineId: one.id, quantity: statusId === 2 ? one.quantity : 1 }));
      const addressId = order.addresses[0]?.id ?? 0;
      shipOrder(platform, target, { orderAddressId: addressId, trackingNumber: 'TRACK123', trackingLink: '', trackingCarrier: '', merchantShippingCost: 0, shippingMethod: 'Flat Rate', shippingProvider: 'auspost', comments: '', items });
    }
    if (statusId === 4 || statusId === 14) {
      const items = statusId === 4
        ? [{ item_type: 'ORDER' as const, item_id: order.id, amount: order.total.inc / 10_000, reason: 'Changed mind' }]
        : [{ item_type: 'PRODUCT' as const, item_id: line.id, quantity: 1, reason: 'Damaged' }];
      const amount = quoteRefund(order, items).total / 10_000;
      refundOrder(platform, target, { items, payments: [{ provider_id: 'custom', amount, offline: true }] });
    }
    order.modifiedAt = order.createdAt;
    order.shippedAt = order.shippedAt === null ? null : order.createdAt;
  }
}

function fillDemo(platform: Platform, store: Store, orders: Past[]): Past[] {
  stockStore(platform, store);
  addPeople(platform, store);
  return orders;
}

function fillCatalogue(platform: Platform, store: Store): Past[] {
  const items = catalogueItems();
  stockCatalogueStore(platform, store, items.flatMap((item) => item.store));
  addCataloguePeople(platform, store);
  return catalogueOrders(items);
}

function fillLarge(platform: Platform, store: Store): Past[] {
  stockCatalogueStore(platform, store, largeItems());
  return [];
}

/** Fills a store with goods and people, and says which orders were placed in it. */
const FILLINGS: Record<WorldName, (platform: Platform, store: Store) => Past[]> = {
  empty: () => [],
  demo: (platform, store) => fillDemo(platform, store, DEMO_ORDERS),
  us: (platform, store) => fillDemo(platform, store, US_ORDERS),
  catalogue: fillCatalogue,
  large: () => [],
  'large-linked': fillLarge,
};

/** Builds a store of a known kind. It takes the place of the store with this hash, if there is one. */
export function buildStore(platform: Platform, world: WorldName, hash: string): Store {
  const now = platform.core.clock.now();
  const weekAgo = new Date(now.getTime() - 7 * DAY_MS);
  const store = newStore(world, hash, weekAgo);
  platform.stores.set(hash, store);
  const seed = seeding(platform, () => weekAgo);
  for (const [daysAgo, order] of FILLINGS[world](seed, store)) {
    placeOrder(seed, store, { ...order, placedAt: new Date(now.getTime() - daysAgo * DAY_MS).toISOString() });
  }
  livedThrough(seed, store);
  return store;
}
