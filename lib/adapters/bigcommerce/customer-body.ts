import { z } from 'zod';
import type { CustomerDraft } from '../../domain/customer';
import type { Address } from '../../domain/order';

const address = z.strictObject({
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  company: z.string().optional(),
  address1: z.string().min(1),
  address2: z.string().optional(),
  city: z.string().min(1),
  state_or_province: z.string().min(1),
  postal_code: z.string().min(1),
  country_code: z.string().regex(/^[A-Z]{2}$/),
  phone: z.string().optional(),
});
type AddressBody = z.output<typeof address>;

const customer = z.strictObject({
  email: z.string().min(3).max(250),
  first_name: z.string().min(1).max(100),
  last_name: z.string().min(1).max(100),
  company: z.string().max(255).optional(),
  phone: z.string().max(50).optional(),
  /** Nobody is to get a mail because of a sale at the till. */
  trigger_account_created_notification: z.literal(false),
  addresses: z.array(address).optional(),
});

/** What `POST /v3/customers` is sent (reference: bigcommerce 8): a list, of one. */
export const customersBody = z.array(customer).length(1);

/** An address counts as a whole or not at all: BigCommerce refuses the customer for a part that is missing. */
const addressToWire = ({ firstName, lastName }: CustomerDraft, from: Address): AddressBody | null => {
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

export const customersToWire = (draft: CustomerDraft): z.output<typeof customersBody> => {
  const place = draft.address && addressToWire(draft, draft.address);
  return [
    {
      email: draft.email,
      first_name: draft.firstName,
      last_name: draft.lastName,
      ...(draft.company && { company: draft.company }),
      ...(draft.phone && { phone: draft.phone }),
      trigger_account_created_notification: false,
      ...(place && { addresses: [place] }),
    },
  ];
};
