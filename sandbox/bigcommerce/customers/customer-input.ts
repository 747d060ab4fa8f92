import { z } from 'zod';

const short = (max: number) => z.string().max(max);

export const addressFields = z.object({
  first_name: short(255).min(1),
  last_name: short(255).min(1),
  company: short(255).optional(),
  address1: z.string(),
  address2: z.string().optional(),
  city: short(100),
  state_or_province: short(100).optional(),
  postal_code: short(30).optional(),
  country_code: z.string().length(2),
  phone: short(50).optional(),
  address_type: z.enum(['residential', 'commercial']).optional(),
});

export const addressPost = addressFields.extend({ customer_id: z.int(), state_or_province: short(100), postal_code: short(30) });
export const addressPut = addressFields.partial().extend({ id: z.int() });

const fields = {
  company: short(255).optional(),
  phone: short(50).optional(),
  notes: z.string().optional(),
  tax_exempt_category: short(255).optional(),
  customer_group_id: z.int().optional(),
  accepts_product_review_abandoned_cart_emails: z.boolean().optional(),
  store_credit_amounts: z.array(z.object({ amount: z.number() })).optional(),
  channel_ids: z.array(z.int()).nullable().optional(),
  authentication: z.object({ force_password_reset: z.boolean().optional(), new_password: z.string().optional() }).optional(),
};

const email = z.string().min(3).max(250).regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address');
const name = z.string().min(1).max(100);

export const customerPost = z.object({
  ...fields,
  email,
  first_name: name,
  last_name: name,
  addresses: z.array(addressFields).max(10).optional(),
  origin_channel_id: z.int().optional(),
  trigger_account_created_notification: z.boolean().optional(),
});

export const customerPut = z.object({ ...fields, id: z.int(), email: email.optional(), first_name: name.optional(), last_name: name.optional() });

export type CustomerPost = z.output<typeof customerPost>;
export type CustomerPut = z.output<typeof customerPut>;
export type AddressFields = z.output<typeof addressFields>;
export type AddressPut = z.output<typeof addressPut>;
