import { z } from 'zod';
import { Instant } from '../../domain/instant';
import { instantFromMillis } from '../../domain/instant-arithmetic';

/** RFC 2822, as V2 writes it. */
export const wireTime = z
  .string()
  .refine((text) => Number.isFinite(Date.parse(text)), 'is not a date and time')
  .transform((text): string => instantFromMillis(Date.parse(text)))
  .pipe(Instant);

/** V2 answers an empty list with 204 and no body at all, which reads as `null` (reference: bigcommerce 5.2). */
export const listOf = <T>(item: z.ZodType<T>) =>
  z
    .array(item)
    .nullable()
    .transform((items): T[] => items ?? []);
