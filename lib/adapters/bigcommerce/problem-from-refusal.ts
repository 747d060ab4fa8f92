import { z } from 'zod';
import { type Problem, problem } from '../../domain/problems';
import type { RefusedByVendor } from '../../engine/ports/failures';
import { RefusedAnswer } from '../http/refused-answer';

/** What was sent, as far as a refusal may be about it. */
export interface RefusedThing {
  product: string;
  skus: readonly string[];
  urls?: readonly string[];
}

interface Mistake {
  /** `sku` of `variants.2.sku`. */
  field: string;
  text: string;
}

const refusalBody = z.object({ title: z.string().catch(''), detail: z.string().catch(''), errors: z.unknown() }).partial();

const PLAN_LIMIT = 507;
/** A 409 is also about a brand, a category or a tax class that does not exist (reference: bigcommerce 5.2). */
const IS_TAKEN = /duplicate|not unique|must be unique|already|in use|\btaken\b|\bexists\b/i;
const OLD_OPTIONS = /option set/i;

const lastName = (path: string): string => path.split('.').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';

/** As in ./reason-from-answer. */
const DEEPEST = 10;

const mistakesIn = (value: unknown, field = '', depth = 0): Mistake[] => {
  if (typeof value === 'string') return [{ field, text: value }];
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return [];
  return Object.entries(value).flatMap(([name, inner]) => mistakesIn(inner, lastName(name) || field, depth + 1));
};

/** The longest first: the name of one SKU may begin with another's. */
const named = (text: string, values: readonly string[]): string | undefined =>
  values.toSorted((a, b) => b.length - a.length).find((value) => value !== '' && text.toLowerCase().includes(value.toLowerCase()));

/** What BigCommerce allows in a SKU (reference: bigcommerce 7.1). */
const PLAIN_SKU = /^[\w\- ]*$/;

/** The one with odd characters, should the reason name none. */
const likely = (skus: readonly string[]): string => skus.find((sku) => !PLAIN_SKU.test(sku)) ?? skus.find((sku) => sku !== '') ?? '';

const problemIn = (mistakes: readonly Mistake[], text: string, thing: RefusedThing): Problem | null => {
  const isAbout = (field: RegExp) => mistakes.some((mistake) => field.test(mistake.field));
  const urls = thing.urls ?? [];
  if (urls.length > 0 && isAbout(/image|invalid_reason/)) return problem('image-unreachable', { url: named(text, urls) ?? urls[0] ?? '' });
  if (OLD_OPTIONS.test(text)) return problem('product-has-old-options', { product: thing.product });
  const isTaken = IS_TAKEN.test(text);
  if (isAbout(/^sku$/)) return problem(isTaken ? 'sku-taken' : 'sku-not-allowed', { sku: named(text, thing.skus) ?? likely(thing.skus) });
  if (isTaken && isAbout(/^name$/)) return problem('product-name-taken', { product: thing.product });
  return null;
};

/** What a merchant is told of a refusal: one of our own sentences where the body shows what it is about, else BigCommerce's reason. */
export const problemFromRefusal = (refusal: RefusedByVendor, thing: RefusedThing): Problem => {
  if (refusal.status === PLAN_LIMIT) return problem('product-plan-limit');
  const body = refusalBody.safeParse(refusal instanceof RefusedAnswer ? refusal.body() : null);
  const { title = '', detail = '', errors } = body.success ? body.data : {};
  const listed = mistakesIn(errors);
  // Without a list the headline has to do: "The product sku is a duplicate."
  const mistakes = listed.length > 0 ? listed : ['sku', 'name', 'image'].filter((field) => new RegExp(`\\b${field}\\b`, 'i').test(title)).map((field) => ({ field, text: title }));
  const text = [title, detail, ...mistakes.map((mistake) => mistake.text)].join(' ');
  return problemIn(mistakes, text, thing) ?? problem('refused-by-bigcommerce', { message: refusal.reason });
};
