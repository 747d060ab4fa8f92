import type { HikeState } from '../state/hike-state.ts';
import type { Shop, ShopRules, Unknowns } from '../state/shop.ts';

const DEFAULT_UNKNOWNS: Unknowns = {
  stockChangesLastModified: true,
  partsChangeComposites: true,
  refusesOtherTaxMode: false,
  refusesSameNumber: false,
  salesKnowSyncFrom: false,
  weightedAverageCost: false,
  oldRefreshTokenLives: false,
};

export interface ShopPlan extends Partial<ShopRules> {
  id: string;
  name: string;
  outlets: string[];
  /** Registers by name, with the outlet each stands in. */
  registers: { name: string; outlet: string; prefix: string }[];
  taxes: { name: string; rate: number }[];
  /** The tax that an outlet applies where nothing else is said. */
  defaultTax: string;
  paymentTypes: { name: string; kind: string; type: number }[];
}

/** The numbers of the vendor's payment kinds are not public: an app must read them, so these are as good as any. */
export const ALL_PAYMENT_TYPES: ShopPlan['paymentTypes'] = [
  { name: 'Cash', kind: 'Cash', type: 1 },
  { name: 'Card', kind: 'Card', type: 2 },
  { name: 'BigCommerce', kind: 'Ecommerce', type: 27 },
  { name: 'Gift Card', kind: 'GiftCard', type: 6 },
  { name: 'Store Credit', kind: 'Credit', type: 4 },
  { name: 'On Account', kind: 'OnAccount', type: 9 },
  { name: 'Layby', kind: 'Layby', type: 8 },
  { name: 'Loyalty', kind: 'Loyalty', type: 5 },
];

function found<T>(things: T[], matches: (thing: T) => boolean, what: string): T {
  const thing = things.find(matches);
  if (thing === undefined) throw new Error(`The plan of the shop names ${what}, which it does not have.`);
  return thing;
}

function rulesOf(plan: ShopPlan): ShopRules {
  return {
    currency: plan.currency ?? 'AUD',
    decimals: plan.decimals ?? 2,
    taxInclusive: plan.taxInclusive ?? true,
    applyTaxAfterDiscount: plan.applyTaxAfterDiscount ?? true,
    plan: plan.plan ?? 'Plus',
    missingEndpoints: plan.missingEndpoints ?? [],
    unknowns: { ...DEFAULT_UNKNOWNS, ...plan.unknowns },
  };
}

function registersOf(state: HikeState, plan: ShopPlan, shop: Pick<Shop, 'outlets' | 'taxes'>) {
  return plan.registers.map(({ name, outlet, prefix }) => {
    const place = found(shop.outlets, (other) => other.title === outlet, `outlet ${outlet}`);
    return {
      id: state.nextId('register'),
      name,
      outletID: place.id,
      defaultTax: place.taxId,
      prefix,
      suffix: '',
      isActive: true,
      receiptNumber: 1,
      registerClosureId: state.nextId('closure'),
    };
  });
}

/** A shop without goods, customers and sales. */
export function newShop(state: HikeState, plan: ShopPlan, now: Date): Shop {
  const taxes = plan.taxes.map((tax) => ({ id: state.nextId('tax'), ...tax, isActive: true }));
  const defaultTax = found(taxes, (tax) => tax.name === plan.defaultTax, `tax ${plan.defaultTax}`);
  const outlets = plan.outlets.map((title) => ({ id: state.nextId('outlet'), title, taxId: defaultTax.id, isActive: true }));
  const registers = registersOf(state, plan, { outlets, taxes });
  return {
    ...rulesOf(plan),
    id: plan.id,
    name: plan.name,
    outlets,
    registers,
    taxes,
    paymentTypes: plan.paymentTypes.map(({ name, kind, type }) => ({
      id: state.nextId('paymentType'),
      payment_name: name,
      payment_option_type: type,
      payment_option_name: kind,
      isActive: true,
    })),
    users: [{ id: state.nextId('user'), name: 'Robin Hale', email: 'robin@example.com', isActive: true }],
    closures: registers.map((register) => ({
      id: register.registerClosureId,
      registerId: register.id,
      registerName: register.name,
      outletId: register.outletID,
      startDateTime: now.toISOString(),
      endDateTime: null,
      total_sales: 0,
    })),
    brands: [],
    productTypes: [],
    suppliers: [],
    offers: [],
    products: [],
    customers: [],
    sales: [],
  };
}
