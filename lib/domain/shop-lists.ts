import { z } from 'zod';
import { OutletId, PaymentTypeId, RegisterId, TaxClassId, LocationId } from './ids';
import { Instant } from './instant';
import { Currency } from './money';
import { Address } from './order';
import { HikeTax } from './sale';

export const Outlet = z.object({ id: OutletId, name: z.string(), isActive: z.boolean() });
export type Outlet = z.infer<typeof Outlet>;

export const Register = z.object({ id: RegisterId, name: z.string(), outletId: OutletId, isActive: z.boolean() });
export type Register = z.infer<typeof Register>;

/** `kind` is Hike's `payment_option_type`, a number that only Hike can tell. */
export const PaymentType = z.object({ id: PaymentTypeId, name: z.string(), kind: z.int(), isActive: z.boolean() });
export type PaymentType = z.infer<typeof PaymentType>;

/** What the settings are chosen from; read from Hike and kept, so that a page needs no call. */
export const HikeLists = z.object({
  readAt: Instant,
  outlets: z.array(Outlet),
  registers: z.array(Register),
  paymentTypes: z.array(PaymentType),
  taxes: z.array(HikeTax),
  /** From the latest sale, for Hike publishes neither: `null` until there is one. */
  currency: Currency.nullable(),
  taxInclusive: z.boolean().nullable(),
});
export type HikeLists = z.infer<typeof HikeLists>;

export const TaxClass = z.object({ id: TaxClassId, name: z.string() });
export type TaxClass = z.infer<typeof TaxClass>;

/** A place where BigCommerce counts stock; the Stencil storefront sells from the default one alone (reference: bigcommerce 7.2). */
export const Location = z.object({ id: LocationId, name: z.string(), isDefault: z.boolean(), isEnabled: z.boolean() });
export type Location = z.infer<typeof Location>;

/** What BigCommerce says of the store itself. */
export const StoreProfile = z.object({
  readAt: Instant,
  name: z.string(),
  currency: Currency,
  timeZone: z.string(),
  pricesIncludeTax: z.boolean(),
  controlPanelUrl: z.url(),
  /** Stands in for a walk-in customer's address: BigCommerce wants at least a postcode. */
  address: Address,
  taxClasses: z.array(TaxClass),
  /** Empty in what was kept before locations were read. */
  locations: z.array(Location).default([]),
  /** The store's own label per order status id. */
  statusLabels: z.record(z.string(), z.string()),
});
export type StoreProfile = z.infer<typeof StoreProfile>;
