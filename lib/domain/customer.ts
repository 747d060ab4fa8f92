import { z } from 'zod';
import { HikeCustomerId } from './ids';
import { Address } from './order';

/** A customer of Hike's; empty text where Hike has none. */
export const HikeCustomer = z.object({
  id: HikeCustomerId,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string(),
  company: z.string(),
  address: Address.nullable(),
});
export type HikeCustomer = z.infer<typeof HikeCustomer>;

/** A customer about to be created, on either side. */
export interface CustomerDraft {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  company: string;
  address: Address | null;
}
