import type { HikeCustomer } from '../../domain/customer';
import type { CustomerId, HikeCustomerId, HikeProductId, OrderId, SaleId } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { saleTotals } from '../../domain/rules/sale-totals';
import type { Order, OrderChange, OrderDraft } from '../../domain/order';
import type { Sale, SaleDraft, SaleStatus } from '../../domain/sale';
import { aProfile, someLists } from '../../domain/testing/a-shop';
import { anOrder } from '../../domain/testing/an-order';
import { aSale } from '../../domain/testing/a-sale';
import type { BigCommerce, VariantFacts } from '../ports/bigcommerce';
import type { Hike, HikeProductFacts } from '../ports/hike';
import type { Vendors } from '../ports/vendors';

/** Both platforms as plain objects: what they hold can be read and set, and each write is counted. */
export interface FakeVendors extends Vendors {
  orders: Map<number, Order>;
  createdOrders: OrderDraft[];
  orderChanges: { id: number; change: OrderChange }[];
  sales: Map<number, Sale>;
  createdSales: SaleDraft[];
  saleMoves: { id: number; status: SaleStatus }[];
  products: HikeProductFacts[];
  variants: VariantFacts[];
  hikeCustomers: Map<number, HikeCustomer>;
  customers: Map<number, string>;
  /** Names of the calls, in order. */
  calls: string[];
  /** Runs at each call by its name, before (`name`) or after (`name:done`) it took effect; throw to spoil it. */
  onCall(moment: string): void | Promise<void>;
}

export const createFakeVendors = (): FakeVendors => {
  const world: FakeVendors = {
    orders: new Map(),
    createdOrders: [],
    orderChanges: [],
    sales: new Map(),
    createdSales: [],
    saleMoves: [],
    products: [{ id: 812 as HikeProductId, name: 'Canvas tote', sku: 'TOTE-01' }],
    variants: [],
    hikeCustomers: new Map(),
    customers: new Map(),
    calls: [],
    onCall: () => undefined,
    bigcommerce: () => fakeBigCommerce(world),
    hike: () => fakeHike(world),
    hikeWith: () => fakeHike(world),
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

const fakeBigCommerce = (world: FakeVendors): BigCommerce => ({
  orders: {
    listModifiedSince: (since, page) =>
      call(world, 'orders.list', () => (page > 1 ? [] : [...world.orders.values()].filter(({ modifiedAt }) => modifiedAt >= since))),
    listByIds: (ids) => call(world, 'orders.byIds', () => ids.flatMap((id) => world.orders.get(id) ?? [])),
    listBySale: (saleId) => call(world, 'orders.bySale', () => [...world.orders.values()].filter(({ externalOrderId }) => externalOrderId === String(saleId))),
    create: (draft) =>
      call(world, 'orders.create', () => {
        world.createdOrders.push(draft);
        const id = (5000 + world.createdOrders.length) as OrderId;
        world.orders.set(id, anOrder({ id, statusId: draft.statusId, externalSource: '4711', externalOrderId: String(draft.saleId), staffNotes: draft.staffNotes }));
        return id;
      }),
    update: (id, change) =>
      call(world, 'orders.update', () => {
        world.orderChanges.push({ id, change });
        const order = world.orders.get(id);
        if (order) world.orders.set(id, { ...order, statusId: change.statusId });
      }),
  },
  customers: {
    findByEmail: (email) => call(world, 'customers.byEmail', () => [...world.customers].filter(([, held]) => held === email).map(([id]) => id as CustomerId)),
    create: ({ email }) =>
      call(world, 'customers.create', () => {
        const id = (70 + world.customers.size) as CustomerId;
        world.customers.set(id, email);
        return id;
      }),
  },
  products: {
    listBySku: (skus) => call(world, 'variants.bySku', () => world.variants.filter(({ sku }) => skus.includes(sku))),
    listTaxClasses: (ids) => call(world, 'products.taxClasses', () => new Map(ids.map((id) => [id, 0 as VariantFacts['taxClassId']]))),
  },
  store: {
    getProfile: () => call(world, 'store.profile', () => aProfile()),
    reconcileHooks: () => call(world, 'store.hooks', () => undefined),
    reconcileExtensions: () => call(world, 'store.extensions', () => undefined),
  },
});

const fakeHike = (world: FakeVendors): Hike => ({
  sales: {
    listByDate: (from, to) => call(world, 'sales.list', () => [...world.sales.values()].filter(({ transactionDate: date }) => date >= from && date <= to)),
    create: (draft) =>
      call(world, 'sales.create', () => {
        world.createdSales.push(draft);
        const id = (900 + world.createdSales.length) as SaleId;
        world.sales.set(id, saleOf(draft, id));
        return { id, number: draft.reference };
      }),
    changeStatus: (id, status) =>
      call(world, 'sales.move', () => {
        world.saleMoves.push({ id, status });
      }),
  },
  products: { listBySku: (sku) => call(world, 'products.bySku', () => world.products.filter((product) => product.sku.toLowerCase() === sku.toLowerCase())) },
  customers: {
    listByEmail: (email) => call(world, 'hikeCustomers.byEmail', () => [...world.hikeCustomers.values()].filter((customer) => customer.email === email)),
    find: (id) => call(world, 'hikeCustomers.find', () => world.hikeCustomers.get(id) ?? null),
    create: (draft) =>
      call(world, 'hikeCustomers.create', () => {
        const id = (300 + world.hikeCustomers.size) as HikeCustomerId;
        world.hikeCustomers.set(id, { ...draft, id });
        return id;
      }),
  },
  shop: { getLists: () => call(world, 'shop.lists', () => someLists()) },
});

const saleOf = (draft: SaleDraft, id: SaleId): Sale =>
  aSale({
    id,
    number: draft.reference,
    status: draft.status,
    note: draft.note,
    transactionDate: draft.transactionDate,
    modifiedAt: instantPlus(draft.transactionDate, 1000),
    net: saleTotals({ ...draft, shippingTax: draft.shippingTax.amount }).net,
  });
