import { z } from 'zod';
import { PRODUCT_FIELDS, STANDINGS } from './catalogue-words';
import { Problem } from './problems';

/** One field's move, as a person reads it. `sku` names the variant where the field is a variant's. */
export const FieldChange = z.object({ field: z.enum(PRODUCT_FIELDS), sku: z.string().nullable(), before: z.string(), after: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

/** What BigCommerce shows of a SKU at a location, and what it would show. `before` is `null` where nobody knows it yet. */
export const LevelChange = z.object({ sku: z.string(), location: z.string(), before: z.int().nullable(), after: z.int() });
export type LevelChange = z.infer<typeof LevelChange>;

/** What a sync would do to one product; the dry run shows it and the sync does it. */
export const ProductPlan = z.object({
  standing: z.enum(STANDINGS),
  changes: z.array(FieldChange),
  /** Why it needs a person, or why it is left out. */
  problem: Problem.nullable(),
  /** A comparison found the problem, and the sync log does not tell of it yet. */
  isUntold: z.boolean().optional(),
  /** BigCommerce products that share a key, where that is the trouble. */
  candidates: z.array(z.object({ productId: z.int(), name: z.string(), skus: z.array(z.string()).optional() })),
  /** SKUs whose stock in BigCommerce is above zero and would become zero. */
  goesToZero: z.array(z.string()),
  /** Counts that would be published anew, which is no write of the product. Told by a dry run alone: later they follow by themselves. */
  levels: z.array(LevelChange).default([]),
  /** To BigCommerce, to carry it out; a part of one where many plans share it. */
  calls: z.number().default(0),
  /** The largest move of a price in percent, signed; `null` without one. */
  priceMove: z.number().nullable(),
});
export type ProductPlan = z.infer<typeof ProductPlan>;
