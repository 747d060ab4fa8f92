import { GOODS } from '../../worlds/goods.ts';
import { customerBody } from '../customers/customer-body.ts';
import { saveCustomer } from '../customers/save-customer.ts';
import type { Desk } from '../state/desk.ts';
import type { HikeState } from '../state/hike-state.ts';
import type { SandboxCore } from '../../core/contract.ts';
import { parseBody } from '../wire/parse-body.ts';
import { DEMO_CUSTOMERS } from './demo-customers.ts';
import { demoSales, usSales } from './demo-sales.ts';
import { ALL_PAYMENT_TYPES, newShop, type ShopPlan } from './new-shop.ts';
import { stockGoods } from './stock-goods.ts';

export const WORLD_NAMES = ['empty', 'demo', 'us'] as const;
export type WorldName = (typeof WORLD_NAMES)[number];

const BASIC_PAYMENT_TYPES = ALL_PAYMENT_TYPES.filter((type) => type.name === 'Cash' || type.name === 'Card');

const PLANS: Record<WorldName, Omit<ShopPlan, 'id'>> = {
  empty: {
    name: 'Empty shop',
    outlets: ['Main outlet'],
    registers: [{ name: 'Till 1', outlet: 'Main outlet', prefix: 'M1-' }],
    taxes: [{ name: 'No Tax', rate: 0 }, { name: 'GST', rate: 10 }],
    defaultTax: 'GST',
    paymentTypes: BASIC_PAYMENT_TYPES,
  },
  demo: {
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
  },
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

function fill(desk: Desk, name: WorldName): void {
  if (name === 'empty') return;
  stockGoods(desk, GOODS);
  for (const customer of DEMO_CUSTOMERS) saveCustomer(desk, parseBody(customerBody, customer));
  const today = { ...desk, now: () => desk.core.clock.now() };
  if (name === 'demo') demoSales(today);
  else usSales(today);
}

/** Builds a shop of a known kind. It takes the place of the shop with this id, if there is one. */
export function buildWorld(parts: { core: SandboxCore; state: HikeState }, name: WorldName, shopId: string): void {
  // A week back, so that nothing of the past sales is older than the shop and its goods.
  const weekAgo = new Date(parts.core.clock.now().getTime() - 7 * 86_400_000);
  const shop = newShop(parts.state, { id: shopId, ...PLANS[name] }, weekAgo);
  parts.state.putShop(shop);
  fill({ ...parts, shop, by: 'seed', now: () => weekAgo }, name);
}
