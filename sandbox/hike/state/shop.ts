import type { Customer } from '../customers/customer.ts';
import type { ProductRow } from '../products/product-row.ts';
import type { Sale } from '../sales/sale.ts';

export interface Outlet {
  id: number;
  title: string;
  taxId: number;
  isActive: boolean;
}

export interface Register {
  id: number;
  name: string;
  outletID: number;
  defaultTax: number;
  prefix: string;
  suffix: string;
  isActive: boolean;
  receiptNumber: number;
  registerClosureId: number;
}

export interface PaymentType {
  id: number;
  payment_name: string;
  payment_option_type: number;
  payment_option_name: string;
  isActive: boolean;
}

export interface Tax {
  id: number;
  name: string;
  /** Percent. */
  rate: number;
  isActive: boolean;
}

export interface NamedThing {
  id: number;
  name: string;
  description: string;
  isActive: boolean;
}

interface User {
  id: number;
  name: string;
  email: string;
  isActive: boolean;
}

export interface RegisterClosure {
  id: number;
  registerId: number;
  registerName: string;
  outletId: number;
  startDateTime: string;
  endDateTime: string | null;
  total_sales: number;
}

type Plan = 'Start' | 'Essential' | 'Plus' | 'Enterprise';

/** Behaviour of the live service that nobody has recorded. Each is a switch, so that an app can be tried with both answers. */
export interface Unknowns {
  /** Whether a movement of stock alone counts as a change of the product (and of its parent) for `Sync_From`. */
  stockChangesLastModified: boolean;
  /** Whether a composite counts as changed when the stock of one of its parts moved. */
  partsChangeComposites: boolean;
  /** Whether a sale whose `taxInclusive` differs from the shop's rule is refused. */
  refusesOtherTaxMode: boolean;
  /** Whether a second sale with the same `number` is refused. */
  refusesSameNumber: boolean;
  /** Whether `sales/get_all` knows `Sync_From` (changed since). */
  salesKnowSyncFrom: boolean;
  /** Weighted average cost: cost and stock of a product cannot be written by hand. */
  weightedAverageCost: boolean;
  /** Whether a refresh token still works after it was used. */
  oldRefreshTokenLives: boolean;
}

export interface ShopRules {
  currency: string;
  /** Decimals of the currency. */
  decimals: number;
  taxInclusive: boolean;
  applyTaxAfterDiscount: boolean;
  plan: Plan;
  /** Paths under /api/v1 that this shop's plan lacks, for example `/offers/get_all`. */
  missingEndpoints: string[];
  unknowns: Unknowns;
}

export interface Shop extends ShopRules {
  id: string;
  name: string;
  outlets: Outlet[];
  registers: Register[];
  paymentTypes: PaymentType[];
  taxes: Tax[];
  users: User[];
  brands: NamedThing[];
  productTypes: NamedThing[];
  suppliers: NamedThing[];
  offers: Record<string, unknown>[];
  closures: RegisterClosure[];
  products: ProductRow[];
  customers: Customer[];
  sales: Sale[];
}
