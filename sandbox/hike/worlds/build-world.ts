import { catalogueItems, largeItems } from '../../worlds/catalogue/catalogue-items.ts';
import { GOODS } from '../../worlds/goods.ts';
import type { WorldName } from '../../worlds/world-names.ts';
import { customerBody } from '../customers/customer-body.ts';
import { saveCustomer } from '../customers/save-customer.ts';
import type { Desk } from '../state/desk.ts';
import type { HikeState } from '../state/hike-state.ts';
import type { SandboxCore } from '../../core/contract.ts';
import { parseBody } from '../wire/parse-body.ts';
import { catalogueCustomers } from './catalogue-customers.ts';
import { DEMO_CUSTOMERS } from './demo-customers.ts';
import { demoSales, giftBoxSale, usSales } from './demo-sales.ts';
import { ALL_PAYMENT_TYPES, newShop, type ShopPlan } from './new-shop.ts';
import { stockCatalogue } from './stock-catalogue.ts';
import { stockGoods } from './stock-goods.ts';

const BASIC_PAYMENT_TYPES = ALL_PAYMENT_TYPES.filter((type) => type.name === 'Cash' || type.name === 'Card');

type Plan = Omit<ShopPlan, 'id'>;

const HARBOUR_STREET: Plan = {
  name: 'Harbour Street Store',
  outlets: ['Harbour Street', 'Warehouse'],
  registers: [
    { name: 'Till 1', outlet: 'Harbour Street', prefix: 'HS1-' },
    { name: 'Till 2', outlet: 'Harbour Street', prefix: 'HS2-' },
    { name: 'Online', outlet: 'Harbour Street', prefix: 'WEB-' },
    { name: 'Warehouse desk', outlet: 'Warehouse', prefix: 'WH-' },
  ],
  taxes: [{ name: 'No Tax', rate: 0 }, { name: 'GST', rate: 10 }],
  defaultTax: 'GST',
  paymentTypes: ALL_PAYMENT_TYPES,
};

const PLANS: Record<WorldName, Plan> = {
  empty: {
    name: 'Empty shop',
    outlets: ['Main outlet'],
    registers: [{ name: 'Till 1', outlet: 'Main outlet', prefix: 'M1-' }],
    taxes: [{ name: 'No Tax', rate: 0 }, { name: 'GST', rate: 10 }],
    defaultTax: 'GST',
    paymentTypes: BASIC_PAYMENT_TYPES,
  },
  demo: HARBOUR_STREET,
  catalogue: { ...HARBOUR_STREET, name: 'Harbour Street Catalogue' },
  large: { ...HARBOUR_STREET, name: 'Harbour Street Wholesale' },
  'large-linked': { ...HARBOUR_STREET, name: 'Harbour Street Wholesale' },
  us: {
    name: 'Main Street Goods',
    currency: 'USD',
    taxInclusive: false,
    outlets: ['Main Street'],
    registers: [
      { name: 'Front till', outlet: 'Main Street', prefix: 'F-' },
      { name: 'Online', outlet: 'Main Street', prefix: 'WEB-' },
    ],
    taxes: [{ name: 'No Tax', rate: 0 }, { name: 'Sales tax', rate: 8.25 }],
    defaultTax: 'Sales tax',
    paymentTypes: ALL_PAYMENT_TYPES,
  },
};

function fillLarge(desk: Desk): void {
  stockCatalogue(desk, largeItems());
}

function fillCatalogue(desk: Desk): void {
  stockCatalogue(desk, catalogueItems().flatMap((item) => item.hike));
  for (const customer of catalogueCustomers()) saveCustomer(desk, parseBody(customerBody, customer));
}

function fillDemo(desk: Desk): void {
  stockGoods(desk, GOODS);
  for (const customer of DEMO_CUSTOMERS) saveCustomer(desk, parseBody(customerBody, customer));
}

const FILLINGS: Record<WorldName, { goods(desk: Desk): void; sales(desk: Desk): void }> = {
  empty: { goods: () => undefined, sales: () => undefined },
  demo: { goods: fillDemo, sales: demoSales },
  us: { goods: fillDemo, sales: usSales },
  catalogue: { goods: fillCatalogue, sales: giftBoxSale },
  large: { goods: fillLarge, sales: giftBoxSale },
  'large-linked': { goods: fillLarge, sales: giftBoxSale },
};

/** Builds a shop of a known kind. It takes the place of the shop with this id, if there is one. */
export function buildWorld(parts: { core: SandboxCore; state: HikeState }, name: WorldName, shopId: string): void {
  // A week back, so that nothing of the past sales is older than the shop and its goods.
  const weekAgo = new Date(parts.core.clock.now().getTime() - 7 * 86_400_000);
  const shop = newShop(parts.state, { id: shopId, ...PLANS[name] }, weekAgo);
  parts.state.putShop(shop);
  const desk: Desk = { ...parts, shop, by: 'seed', now: () => weekAgo };
  FILLINGS[name].goods(desk);
  FILLINGS[name].sales({ ...desk, now: () => parts.core.clock.now() });
}
