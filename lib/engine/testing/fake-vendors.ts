import type { HikeProductId, OrderId, SaleId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { moneyFromDecimal } from '../../domain/money';
import { saleTotals } from '../../domain/rules/sale-totals';
import type { Order, OrderChange, OrderDraft } from '../../domain/order';
import type { Sale, SaleDraft, SaleStatus } from '../../domain/sale';
import { aProfile, someLists } from '../../domain/testing/a-shop';
import { anOrder, anOrderLine } from '../../domain/testing/an-order';
import { aSale, aSaleLine } from '../../domain/testing/a-sale';
import type { BigCommerce, VariantFacts } from '../ports/bigcommerce';
import type { Hike, HikeProductFacts } from '../ports/hike';
import { BrokenContract } from '../ports/failures';
import type { OddItem } from '../ports/odd-item';
import type { Vendors } from '../ports/vendors';
import { fakeCatalogue, type FakeCatalogueWorld, newCatalogueWorld } from './fake-catalogue';
import { fakeCustomers, type FakeCustomersWorld, fakeHikeCustomers, newCustomersWorld } from './fake-customers';
import { fakeHikeImages, fakeHikeProducts, type FakeHikeCatalogue, newHikeCatalogue } from './fake-hike-catalogue';
import { fakeHooks, type FakeHooksWorld, newHooksWorld } from './fake-hooks';
import { fakeInventory, type FakeInventoryWorld, newInventoryWorld } from './fake-inventory';

/** Both platforms as plain objects: what they hold can be read and set, and each write is counted. */
export interface FakeVendors extends Vendors, FakeCatalogueWorld, FakeInventoryWorld, FakeHikeCatalogue, FakeCustomersWorld, FakeHooksWorld {
  orders: Map<number, Order>;
  createdOrders: OrderDraft[];
  orderChanges: { id: number; change: OrderChange }[];
  sales: Map<number, Sale>;
  createdSales: SaleDraft[];
  saleMoves: { id: number; status: SaleStatus }[];
  products: HikeProductFacts[];
  variants: VariantFacts[];
  /** What the lists hold beside the rest, and nobody understands. */
  oddOrders: OddItem[];
  oddSales: OddItem[];
  /** Names of the calls, in order. */
  calls: string[];
  /** Runs at each call by its name, before (`name`) or after (`name:done`) it took effect; throw to spoil it. */
  onCall(moment: string): void | Promise<void>;
}

export const createFakeVendors = (): FakeVendors => {
  const world: FakeVendors = {
    ...newCatalogueWorld(),
    ...newHikeCatalogue(),
    ...newCustomersWorld(),
    ...newHooksWorld(),
    ...newInventoryWorld(),
    orders: new Map(),
    createdOrders: [],
    orderChanges: [],
    sales: new Map(),
    createdSales: [],
    saleMoves: [],
    products: [{ id: 812 as HikeProductId, name: 'Canvas tote', sku: 'TOTE-01' }],
    variants: [],
    oddOrders: [],
    oddSales: [],
    calls: [],
    onCall: () => undefined,
    bigcommerce: () => fakeBigCommerce(world),
    hike: () => fakeHike(world),
    hikeWith: () => fakeHike(world),
    storeCallsPerSecond: () => null,
  };
  return world;
};

const call = async <T>(world: FakeVendors, name: string, effect: () => T): Promise<T> => {
  world.calls.push(name);
  await world.onCall(name);
  const result = effect();
  await world.onCall(`${name}:done`);
  return result;
};

const refuseOdd = ({ why }: OddItem): never => {
  throw new BrokenContract('hike', why);
};

const fakeBigCommerce = (world: FakeVendors): BigCommerce => ({
  orders: {
    listModifiedSince: (since, page, meetOdd = refuseOdd) =>
      call(world, 'orders.list', () => {
        if (page > 1) return [];
        world.oddOrders.forEach(meetOdd);
        return [...world.orders.values()].filter(({ modifiedAt }) => modifiedAt >= since);
      }),
    listArchivedSince: (since, page) =>
      call(world, 'orders.archivedSince', () => (page > 1 ? [] : [...world.orders.values()].filter(({ modifiedAt, isArchived }) => isArchived && modifiedAt >= since))),
    listByIds: (ids, meetOdd = refuseOdd) =>
      call(world, 'orders.byIds', () => {
        world.oddOrders.filter(({ id }) => ids.some((one) => String(one) === id)).forEach(meetOdd);
        return ids.flatMap((id) => world.orders.get(id) ?? []);
      }),
    listBySale: (saleId) => call(world, 'orders.bySale', () => [...world.orders.values()].filter(({ externalOrderId }) => externalOrderId === String(saleId))),
    create: (draft) =>
      call(world, 'orders.create', () => {
        world.createdOrders.push(draft);
        const id = (5000 + world.createdOrders.length) as OrderId;
        world.orders.set(id, orderOf(draft, id, world.now()));
        return id;
      }),
    update: (id, change) =>
      call(world, 'orders.update', () => {
        world.orderChanges.push({ id, change });
        const order = world.orders.get(id);
        if (order) world.orders.set(id, { ...order, ...change });
      }),
  },
  customers: fakeCustomers(world, (name, effect) => call(world, name, effect)),
  products: {
    listBySku: (skus) => call(world, 'variants.bySku', () => world.variants.filter(({ sku }) => skus.includes(sku))),
    listTaxClasses: (ids) => call(world, 'products.taxClasses', () => new Map(ids.map((id) => [id, 0 as VariantFacts['taxClassId']]))),
  },
  catalogue: fakeCatalogue(world, (name, effect) => call(world, name, effect)),
  inventory: fakeInventory(world, (name, effect) => call(world, name, effect)),
  store: {
    probe: () => call(world, 'store.probe', () => undefined),
    getProfile: () => call(world, 'store.profile', () => aProfile()),
    reconcileHooks: (wanted) => fakeHooks(world, wanted, (name, effect) => call(world, name, effect)),
    reconcileExtensions: () => call(world, 'store.extensions', () => undefined),
  },
});

const fakeHike = (world: FakeVendors): Hike => ({
  sales: {
    listByDate: (from, to, meetOdd = refuseOdd) =>
      call(world, 'sales.list', () => {
        world.oddSales.forEach(meetOdd);
        return [...world.sales.values()].filter(({ transactionDate: date }) => date >= from && date <= to);
      }),
    create: (draft) =>
      call(world, 'sales.create', () => {
        world.createdSales.push(draft);
        const id = (900 + world.createdSales.length) as SaleId;
        world.sales.set(id, saleOf(draft, id));
        return { id, number: draft.reference };
      }),
    changeStatus: (id, { from, to }) =>
      call(world, 'sales.move', () => {
        const sale = world.sales.get(id);
        if (sale?.status !== from) return sale?.status ?? to;
        world.sales.set(id, { ...sale, status: to });
        world.saleMoves.push({ id, status: to });
        return from;
      }),
  },
  products: fakeHikeProducts(world, (name, effect) => call(world, name, effect)),
  images: fakeHikeImages(world, (name, effect) => call(world, name, effect)),
  customers: fakeHikeCustomers(world, (name, effect) => call(world, name, effect)),
  shop: { probe: () => call(world, 'shop.probe', () => undefined), getLists: () => call(world, 'shop.lists', () => someLists()) },
});

const orderOf = (draft: OrderDraft, id: OrderId, modifiedAt: Instant): Order => {
  const { statusId, saleId, staffNotes, paymentMethod, createdAt, total, shipping, discount, lines } = draft;
  const told = lines.map(({ variant, name, sku, quantity, unit: { incTax, exTax } }, index) =>
    anOrderLine({ id: index + 1, productId: null, variantId: null, ...variant, name, sku, quantity, total: { incTax: { ...incTax, minor: incTax.minor * quantity }, exTax: { ...exTax, minor: exTax.minor * quantity } } }),
  );
  return anOrder({ id, statusId, createdAt, modifiedAt, lines: told, shipping, discount, total, externalSource: '4711', externalOrderId: String(saleId), staffNotes, paymentMethod });
};

const saleOf = (draft: SaleDraft, id: SaleId): Sale => {
  const totals = saleTotals({ ...draft, shippingTax: draft.shippingTax.amount });
  return aSale({
    id,
    number: draft.reference,
    status: draft.status,
    note: draft.note,
    transactionDate: draft.transactionDate,
    modifiedAt: instantPlus(draft.transactionDate, 1000),
    taxInclusive: draft.taxInclusive,
    lines: totals.lines.flatMap(({ total }, index) => {
      const line = draft.lines[index];
      return line ? [aSaleLine({ productId: line.productId, title: line.title, sku: line.sku, units: String(line.quantity), total })] : [];
    }),
    shipping: draft.shipping,
    totalTax: moneyFromDecimal(totals.totalTax, draft.currency),
    payments: draft.payments.map(({ typeId, name, amount }) => ({ typeId, name, amount })),
    net: totals.net,
  });
};
