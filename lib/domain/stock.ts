import { z } from 'zod';
import { STOCK_REASONS, STOCK_SIDES } from './catalogue-words';
import { HikeProductId, LocationId, VariantId } from './ids';
import { Instant } from './instant';
import { Quantity } from './quantity';

/** Units, or percent of what is available, that are kept back from the online shop. */
export const StockBuffer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('units'), value: z.int().min(0).max(1_000_000) }),
  z.strictObject({ kind: z.literal('percent'), value: z.int().min(0).max(100) }),
]);
export type StockBuffer = z.infer<typeof StockBuffer>;

/** How a published quantity came about: available minus reserve minus buffer, whole units, never below zero. */
export const StockSum = z.object({
  /** Over the chosen outlets. */
  available: Quantity,
  reserve: z.int().nonnegative(),
  buffer: z.int().nonnegative(),
  published: z.int().nonnegative(),
});
export type StockSum = z.infer<typeof StockSum>;

/** One line of a variant's stock timeline. */
export const StockMove = z.object({
  at: Instant,
  /** The Hike variant that it is about. */
  hikeId: HikeProductId,
  variantId: VariantId.nullable(),
  /** Where BigCommerce counts; `null` for Hike's side. */
  locationId: LocationId.nullable(),
  side: z.enum(STOCK_SIDES),
  /** In units of that side; `null` where nothing was known before. */
  before: Quantity.nullable(),
  after: Quantity,
  reason: z.enum(STOCK_REASONS),
  /** "Order 123", "Harbour Street", a person's e-mail; may be empty. */
  source: z.string(),
  sum: StockSum.nullable(),
});
export type StockMove = z.infer<typeof StockMove>;
