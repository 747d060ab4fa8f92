import { z } from 'zod';
import { anyCase, flag, orElse, text, wholeNumber } from '../wire/wire-types.ts';

const words = orElse(z.string(), null);

const address = anyCase(
  z.object({
    id: orElse(z.number().int(), 0),
    address1: words,
    address2: words,
    city: words,
    state: words,
    country_code: words,
    country_name: words,
    postcode: words,
    receiverName: words,
    receiverPhone: words,
  }),
).nullish();

/** The body of `customers/createOrUpdate`: a whole-object save, like the product's. */
export const customerBody = anyCase(
  z.object({
    id: wholeNumber,
    first_name: z.string().min(1, 'A customer needs a first name.'),
    last_name: words,
    email: z.union([z.email('is not an e-mail address'), z.literal('').transform(() => null)]).nullish(),
    phone: words,
    company_name: words,
    customer_code: words,
    notes: words,
    customer_group_id: wholeNumber,
    loyalty_rewards_status: flag,
    accepts_marketing: flag,
    billing_address_id: wholeNumber,
    delivery_address_id: wholeNumber,
    billing_address: address,
    shipping_address: address,
    isActive: flag,
    created_date: text,
    last_modified: text,
  }),
);

export type CustomerBody = z.output<typeof customerBody>;
export type CustomerInput = z.input<typeof customerBody>;
export type AddressBody = NonNullable<CustomerBody['billing_address']>;
