import { z } from 'zod';
import type { CustomerDraft } from '../../domain/customer';
import type { CustomerChange } from '../../engine/ports/bigcommerce';

const address = z.strictObject({
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  company: z.string().optional(),
  address1: z.string().min(1),
  address2: z.string().optional(),
  city: z.string().min(1),
  /** Empty where people write none. */
  state_or_province: z.string(),
  postal_code: z.string().min(1),
  country_code: z.string().regex(/^[A-Z]{2}$/),
  phone: z.string().optional(),
});
type AddressBody = z.output<typeof address>;

const person = {
  email: z.string().min(3).max(250),
  first_name: z.string().min(1).max(100),
  last_name: z.string().min(1).max(100),
  company: z.string().max(255).optional(),
  phone: z.string().max(50).optional(),
};

export const newCustomerBody = z.strictObject({
  ...person,
  /** Nobody is to get a mail because of a sale at the till. */
  trigger_account_created_notification: z.literal(false),
  addresses: z.array(address).optional(),
});
export type NewCustomerBody = z.output<typeof newCustomerBody>;

export const changedCustomerBody = z.strictObject({ ...person, id: z.int().positive() });
export type ChangedCustomerBody = z.output<typeof changedCustomerBody>;

export const newAddressBody = address.extend({ customer_id: z.int().positive() });
export type NewAddressBody = z.output<typeof newAddressBody>;

export const changedAddressBody = address.extend({ id: z.int().positive() });

/** Lists of ten at most (reference: bigcommerce 8). */
export const listBody = <T>(member: z.ZodType<T>) => z.array(member).min(1).max(10);

/** An address counts as a whole or not at all: BigCommerce refuses the customer for a part that is missing. */
const addressToWire = ({ firstName, lastName, address: from }: CustomerDraft): AddressBody | null => {
  if (from === null) return null;
  const parsed = address.safeParse({
    first_name: from.firstName || firstName,
    last_name: from.lastName || lastName,
    ...(from.company && { company: from.company }),
    address1: from.street1,
    ...(from.street2 && { address2: from.street2 }),
    city: from.city,
    state_or_province: from.state,
    postal_code: from.postcode,
    country_code: from.countryCode.toUpperCase(),
    ...(from.phone && { phone: from.phone }),
  });
  return parsed.success ? parsed.data : null;
};

/** An empty company or phone is left out: it would overwrite what the customer told BigCommerce. */
const personToWire = ({ email, firstName, lastName, company, phone }: CustomerDraft) => ({
  email,
  first_name: firstName,
  last_name: lastName,
  ...(company && { company }),
  ...(phone && { phone }),
});

export const customerToWire = (draft: CustomerDraft): NewCustomerBody => {
  const place = addressToWire(draft);
  return { ...personToWire(draft), trigger_account_created_notification: false, ...(place && { addresses: [place] }) };
};

export const customerChangeToWire = ({ id, draft }: CustomerChange): ChangedCustomerBody => ({ ...personToWire(draft), id });

export const newAddressToWire = ({ id, draft }: CustomerChange): NewAddressBody | null => {
  const place = addressToWire(draft);
  return place && { ...place, customer_id: id };
};
