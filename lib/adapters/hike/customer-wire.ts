import { z } from 'zod';
import { HikeCustomer, type CustomerDraft } from '../../domain/customer';
import type { Address } from '../../domain/order';
import { textOrEmpty } from '../http/wire-values';
import { SEND_CUSTOMER_ADDRESS } from './assumptions';

const addressWire = z.object({
  address1: textOrEmpty,
  address2: textOrEmpty,
  city: textOrEmpty,
  state: textOrEmpty,
  postcode: textOrEmpty,
  country_code: textOrEmpty,
  country_name: textOrEmpty,
});

/** A customer as Hike gives it (reference: hike-api 5). */
export const customerWire = z.object({
  id: z.int().positive(),
  first_name: textOrEmpty,
  last_name: textOrEmpty,
  email: textOrEmpty,
  phone: textOrEmpty,
  company_name: textOrEmpty,
  billing_address: addressWire.nullish(),
});
type CustomerWire = z.output<typeof customerWire>;

const addressFromWire = (customer: CustomerWire): Address | null => {
  const address = customer.billing_address;
  if (!address || Object.values(address).every((part) => part === '')) return null;
  return {
    firstName: customer.first_name,
    lastName: customer.last_name,
    company: customer.company_name,
    street1: address.address1,
    street2: address.address2,
    city: address.city,
    state: address.state,
    postcode: address.postcode,
    country: address.country_name,
    countryCode: address.country_code,
    phone: customer.phone,
    email: customer.email,
  };
};

export const customerFromWire = (customer: CustomerWire): HikeCustomer =>
  HikeCustomer.parse({
    id: customer.id,
    firstName: customer.first_name,
    lastName: customer.last_name,
    email: customer.email.trim(),
    phone: customer.phone,
    company: customer.company_name,
    address: addressFromWire(customer),
  });

const addressBody = z.strictObject({
  id: z.literal(0),
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country_code: z.string(),
  country_name: z.string(),
});

export const customerBody = z.strictObject({
  first_name: z.string().min(1),
  last_name: z.string(),
  email: z.string(),
  phone: z.string(),
  company_name: z.string(),
  billing_address_id: z.literal(0).optional(),
  delivery_address_id: z.literal(0).optional(),
  billing_address: addressBody.optional(),
  shipping_address: addressBody.optional(),
});

const addressToWire = (address: Address): z.output<typeof addressBody> => ({
  id: 0,
  address1: address.street1,
  address2: address.street2,
  city: address.city,
  state: address.state,
  postcode: address.postcode,
  country_code: address.countryCode,
  country_name: address.country,
});

/** Only fields that Hike is known to take; an unknown one made it answer 500. */
export const customerToWire = (draft: CustomerDraft): z.output<typeof customerBody> => {
  const address = SEND_CUSTOMER_ADDRESS && draft.address ? addressToWire(draft.address) : null;
  return {
    first_name: draft.firstName,
    last_name: draft.lastName,
    email: draft.email,
    phone: draft.phone,
    company_name: draft.company,
    ...(address && { billing_address_id: 0 as const, delivery_address_id: 0 as const, billing_address: address, shipping_address: address }),
  };
};
