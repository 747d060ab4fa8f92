import { z } from 'zod';
import { problem } from '../../domain/problems';
import type { RefusedByVendor } from '../../engine/ports/failures';
import type { BigCommerceInventory, LevelRefusal, LevelToSet } from '../../engine/ports/bigcommerce';
import { RefusedAnswer } from '../http/refused-answer';
import type { BigCommerceApi } from './bigcommerce-api';
import { simpleProductsOf } from './simple-products';
import { isMemberRefusal } from './together-or-singly';

const PATH = '/v3/inventory/adjustments/absolute';
/** Shown in BigCommerce's own stock history. */
const REASON = 'Stock from Hike';
/** Each round takes out what BigCommerce names; after so many the rest waits for the next run. */
const MOST_ROUNDS = 5;

const LARGEST = 2_147_483_647;
const place = { location_id: z.int().positive(), quantity: z.int().min(0).max(LARGEST) };
const item = z.union([z.strictObject({ ...place, variant_id: z.int().positive() }), z.strictObject({ ...place, product_id: z.int().positive() })]);
const adjustmentBody = z.strictObject({ reason: z.string(), items: z.array(item).min(1).max(2000) });
const transaction = z.object({});

const itemToWire = ({ variantId, productId, locationId, quantity }: LevelToSet): z.output<typeof item> => {
  const level = { location_id: locationId, quantity };
  return productId === undefined ? { ...level, variant_id: variantId } : { ...level, product_id: productId };
};

const complaint = z.object({ title: z.string().catch(''), errors: z.record(z.string(), z.unknown()).nullish().catch(null) });

/** The items that a 422 is about: it names them in its headline, or by their place in the request. */
const namedIn = (refusal: RefusedByVendor, items: readonly LevelToSet[]): Set<LevelToSet> => {
  const parsed = complaint.safeParse(refusal instanceof RefusedAnswer ? refusal.body() : null);
  const { title, errors } = parsed.success ? parsed.data : { title: '', errors: null };
  const places = new Set(Object.keys(errors ?? {}).flatMap((path) => /^(?:items\.)?(\d+)\b/.exec(path)?.[1] ?? []).map(Number));
  const names = new Set([...`${title} ${JSON.stringify(errors)}`.matchAll(/(variant_id|product_id)\D{0,3}(\d+)/g)].map(([, field, id]) => `${field} ${id}`));
  const nameOf = ({ variantId, productId }: LevelToSet): string => (productId === undefined ? `variant_id ${variantId}` : `product_id ${productId}`);
  // A place says more than a name, which stands for every location of the item.
  return new Set(items.filter((one, index) => (places.size > 0 ? places.has(index) : names.has(nameOf(one)))));
};

const IS_TRACKED_BY_PRODUCT = /tracked by product/i;

type SetLevels = BigCommerceInventory['setLevels'];

/** One item that cannot be set refuses the whole call, so what BigCommerce names is taken out and the rest sent again. */
export const createSetLevels = (api: BigCommerceApi, listLevels: BigCommerceInventory['listLevels']): SetLevels => {
  const send = async (items: readonly LevelToSet[]): Promise<RefusedByVendor | null> => {
    try {
      await api.send('PUT', { path: PATH, body: { schema: adjustmentBody, value: { reason: REASON, items: items.map(itemToWire) } } }, transaction);
      return null;
    } catch (error) {
      if (isMemberRefusal(error)) return error;
      throw error;
    }
  };

  const renamed = async (items: readonly LevelToSet[]): Promise<LevelToSet[]> => {
    const simple = await simpleProductsOf({ api, listLevels }, items.filter(({ productId }) => productId === undefined));
    return items.map((one) => {
      const productId = one.productId ?? simple.get(one.variantId);
      return productId === undefined ? one : { ...one, productId };
    });
  };

  return async (wanted) => {
    // By location, as BigCommerce advises.
    let items = wanted.toSorted((a, b) => a.locationId - b.locationId);
    const refused: LevelRefusal[] = [];
    let hasRenamed = false;
    for (let round = 0; items.length > 0; round += 1) {
      const refusal = await send(items);
      if (refusal === null) break;
      const named = namedIn(refusal, items);
      if (named.size === 0 || round === MOST_ROUNDS) throw refusal;
      if (!hasRenamed && IS_TRACKED_BY_PRODUCT.test(refusal.reason)) {
        items = await renamed(items);
        hasRenamed = true;
        continue;
      }
      refused.push(...[...named].map(({ variantId, locationId }) => ({ variantId, locationId, problem: problem('refused-by-bigcommerce', { message: refusal.reason }) })));
      items = items.filter((one) => !named.has(one));
    }
    return refused;
  };
};
