import { z } from 'zod';

/** The store's hash as it stands in `stores/{hash}`; lower-case letters and digits only, because it becomes part of URLs. */
export const StoreHash = z.string().regex(/^[a-z0-9]{1,40}$/).brand<'StoreHash'>();
export type StoreHash = z.infer<typeof StoreHash>;

const id = () => z.int().nonnegative();

/** BigCommerce user: a person who may belong to several stores. */
export const UserId = id().brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const OrderId = id().brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;

/** A BigCommerce customer; 0, a guest, is `null` on our side. */
export const CustomerId = id().brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;
export const CustomerAddressId = id().brand<'CustomerAddressId'>();
export type CustomerAddressId = z.infer<typeof CustomerAddressId>;

export const ProductId = id().brand<'ProductId'>();
export type ProductId = z.infer<typeof ProductId>;

/** What BigCommerce sells and counts: every product has at least one (hidden) variant. */
export const VariantId = id().brand<'VariantId'>();
export type VariantId = z.infer<typeof VariantId>;

export const CategoryId = id().brand<'CategoryId'>();
export type CategoryId = z.infer<typeof CategoryId>;

export const ImageId = id().brand<'ImageId'>();
export type ImageId = z.infer<typeof ImageId>;

/** A place where BigCommerce counts stock. */
export const LocationId = id().brand<'LocationId'>();
export type LocationId = z.infer<typeof LocationId>;

export const TaxClassId = id().brand<'TaxClassId'>();
export type TaxClassId = z.infer<typeof TaxClassId>;

export const SaleId = id().brand<'SaleId'>();
export type SaleId = z.infer<typeof SaleId>;

/** A Hike product; a variant child has an id of its own, and that is what a sale line names. */
export const HikeProductId = id().brand<'HikeProductId'>();
export type HikeProductId = z.infer<typeof HikeProductId>;

export const HikeCustomerId = id().brand<'HikeCustomerId'>();
export type HikeCustomerId = z.infer<typeof HikeCustomerId>;

export const OutletId = id().brand<'OutletId'>();
export type OutletId = z.infer<typeof OutletId>;

export const RegisterId = id().brand<'RegisterId'>();
export type RegisterId = z.infer<typeof RegisterId>;

export const PaymentTypeId = id().brand<'PaymentTypeId'>();
export type PaymentTypeId = z.infer<typeof PaymentTypeId>;

export const HikeTaxId = id().brand<'HikeTaxId'>();
export type HikeTaxId = z.infer<typeof HikeTaxId>;
