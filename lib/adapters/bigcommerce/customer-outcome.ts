import type { z } from 'zod';
import { problem } from '../../domain/problems';
import type { CustomerOutcome } from '../../engine/ports/bigcommerce';
import { RefusedByVendor } from '../../engine/ports/failures';
import { isMemberRefusal } from './together-or-singly';

/** Which fields BigCommerce could not hold, in words; `null` when it can hold all. One such member is no fault of the batch. */
export const findInvalid = (schema: z.ZodType, value: unknown): string | null => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return null;
  return [...new Set(parsed.error.issues.map(({ path }) => String(path[0]).replaceAll('_', ' ')))].join(', ');
};

/** `addressId`: of the address that came with it, where the answer tells it. */
export type StoredCustomer = Omit<Extract<CustomerOutcome, { kind: 'done' }>, 'kind'>;

const NOT_STORED = 207;

/** One customer on its own. */
export const customerOutcome = async (write: () => Promise<StoredCustomer>, invalid: string | null): Promise<CustomerOutcome> => {
  if (invalid !== null) return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: `It cannot hold this ${invalid}.` }) };
  try {
    return { kind: 'done', ...(await write()) };
  } catch (error) {
    const isRefusal = isMemberRefusal(error) || (error instanceof RefusedByVendor && error.status === NOT_STORED);
    if (!isRefusal) throw error;
    return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: error.reason }) };
  }
};
