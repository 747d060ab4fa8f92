import type { Standing } from '../../../domain/catalogue-words';
import type { HikeProductId, ProductId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { type Problem, problem } from '../../../domain/problems';
import { matchProduct } from '../../../domain/rules/catalogue/match-product';
import { reasonToRemove, REMOVAL_PROBLEMS } from '../../../domain/rules/catalogue/removal-of-product';
import { markNow } from '../../account/mark-now';
import { PRIORITY } from '../../priorities';
import type { SeenHikeProduct, Tables } from '../../ports/tables';
import { decideVariants } from './decide-variants';
import { linkPairs } from './links-of-pairs';
import { markProducts } from './mark-products';
import { unlinkProducts } from './unlink-products';

/*
 * What a person decides about products, inside a transaction of the caller's, who also wakes the pump. Those that take
 * many answer the ids that it was done for; the others were not in a state for it.
 */

interface HikeChoice {
  hikeIds: readonly HikeProductId[];
  now: Instant;
}

/** Links these two, whatever either was linked to before. `null` when that was done, else why not. */
export const linkByHand = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeId, productId, now }: { hikeId: HikeProductId; productId: ProductId; now: Instant },
): Promise<Problem | null> => {
  const [seen] = await tables.hikeProducts.findMany(storeHash, [hikeId]);
  const [twin] = await tables.storeProducts.findMany(storeHash, [productId]);
  if (seen === undefined || seen.goneAt !== null) return problem('product-gone-from-hike', { product: seen?.product.name ?? String(hikeId) });
  if (twin === undefined || twin.goneAt !== null) return problem('product-deleted-in-bigcommerce', { product: seen.product.name });
  const match = matchProduct(seen.product, { link: productId, variantLinks: new Map(), candidates: [twin.product], takenProductIds: new Set(), twins: [] });
  if (match.kind === 'new') return problem('product-match-ambiguous', { product: seen.product.name, count: '0' });
  if (match.kind !== 'linked') return match.problem;
  const freed = [...(await unlinkProducts(tables, storeHash, { hikeIds: [hikeId] })), ...(await unlinkProducts(tables, storeHash, { productIds: [productId] }))];
  await linkPairs(tables, storeHash, { pairs: [{ product: seen.product, store: twin.product, variants: match.variants }], now });
  await changeSeen(tables, storeHash, { hikeIds: [hikeId], now, change: { isIgnored: false, removal: null } });
  await markForPerson(tables, storeHash, { hikeIds: freed, now });
  return null;
};

/** Unlinked ones are put aside as well: else the next look at their SKUs would link them again. */
export const unlinkByHand = async (tables: Tables, storeHash: StoreHash, { hikeIds, now }: HikeChoice): Promise<HikeProductId[]> => {
  const unlinked = await unlinkProducts(tables, storeHash, { hikeIds });
  await changeSeen(tables, storeHash, { hikeIds: unlinked, now, change: { isIgnored: true, removal: null } });
  return unlinked;
};

/** Puts Hike products aside, or takes them up again. Links stay, so that what is taken up again goes on where it was. */
export const ignoreProducts = (tables: Tables, storeHash: StoreHash, { hikeIds, now, isIgnored }: HikeChoice & { isIgnored: boolean }): Promise<HikeProductId[]> =>
  changeSeen(tables, storeHash, { hikeIds, now, change: { isIgnored } });

/** Only what no Hike product is linked to can be put aside. */
export const ignoreStoreProducts = async (
  tables: Tables,
  storeHash: StoreHash,
  { productIds, isIgnored }: { productIds: readonly ProductId[]; isIgnored: boolean },
): Promise<ProductId[]> => {
  const [from, to] = isIgnored ? (['only-here', 'ignored'] as const) : (['ignored', 'only-here'] as const);
  const ids = (await tables.storeProducts.findMany(storeHash, productIds)).filter(({ standing }) => standing === from).map(({ product }) => product.id);
  await tables.storeProducts.changeStanding(storeHash, ids, to);
  return ids;
};

/** What happens in BigCommerce to products that were removed in Hike. */
export const decideRemoval = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeIds, now, removal }: HikeChoice & { removal: NonNullable<SeenHikeProduct['removal']> },
): Promise<HikeProductId[]> => {
  const removed = (await tables.hikeProducts.findMany(storeHash, hikeIds)).filter(isRemovedAsShown);
  const lives = ({ plan }: SeenHikeProduct): boolean => plan?.problem?.code === 'variants-gone-from-hike';
  const [whole, some] = [removed.filter((one) => !lives(one)), removed.filter(lives)];
  await decideVariants(tables, storeHash, { seen: some, removal, now });
  await markForPerson(tables, storeHash, { hikeIds: some.map(({ product }) => product.id), now });
  return [...(await changeSeen(tables, storeHash, { hikeIds: whole.map(({ product }) => product.id), now, change: { removal } })), ...some.map(({ product }) => product.id)];
};

/** What was shown to the person who decides is still so: else the answer would be to another question. */
const isRemovedAsShown = ({ product, goneAt, plan }: SeenHikeProduct): boolean => {
  if (plan === null || (plan.standing !== 'removed' && plan.standing !== 'kept')) return false;
  if (plan.problem?.code === 'variants-gone-from-hike') return true;
  const reason = reasonToRemove(product, goneAt !== null);
  return reason !== null && (plan.problem === null || plan.problem.code === REMOVAL_PROBLEMS[reason]);
};

/** Products that are in BigCommerce alone are created in Hike, once. */
export const sendToHike = async (tables: Tables, storeHash: StoreHash, { productIds, now }: { productIds: readonly ProductId[]; now: Instant }): Promise<ProductId[]> => {
  const ids = (await tables.storeProducts.findMany(storeHash, productIds)).filter(({ standing }) => standing === 'only-here').map(({ product }) => product.id);
  await tables.dirty.markMany(
    storeHash,
    ids.map((id) => ({ thing: 'product-to-hike', id: String(id), priority: PRIORITY.order, notBefore: now, trigger: 'person' })),
  );
  return ids;
};

/** Looked at again with what both sides say now. */
export const retryProducts = async (tables: Tables, storeHash: StoreHash, { hikeIds, now }: HikeChoice): Promise<HikeProductId[]> => {
  const ids = (await tables.hikeProducts.findMany(storeHash, hikeIds)).map(({ product }) => product.id);
  const links = await tables.links.findByHike(storeHash, 'product', ids.map(String));
  // What a person mended in BigCommerce is read before it is planned again.
  await tables.dirty.markMany(
    storeHash,
    links.map(({ bigcommerceId }) => ({ thing: 'store-product', id: bigcommerceId, priority: PRIORITY.person, notBefore: now, trigger: 'person' })),
  );
  if (links.length < ids.length) await markNow(tables, storeHash, { thing: 'store-products', now });
  await markForPerson(tables, storeHash, { hikeIds: ids, now });
  return ids;
};

const changeSeen = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeIds, now, change }: HikeChoice & { change: Partial<Pick<SeenHikeProduct, 'isIgnored' | 'removal'>> },
): Promise<HikeProductId[]> => {
  const seen = await tables.hikeProducts.findMany(storeHash, hikeIds);
  const ids = seen.map(({ product }) => product.id);
  // A page shows at once where they stand; planning confirms it.
  const standing: Standing | null = change.isIgnored === true ? 'ignored' : change.removal === 'keep' ? 'kept' : null;
  const shown = standing === null ? {} : { standing, problem: null };
  await tables.hikeProducts.saveMany(storeHash, seen.map((one) => ({ ...one, ...change, plan: one.plan === null ? null : { ...one.plan, ...shown } })));
  await markForPerson(tables, storeHash, { hikeIds: ids, now });
  return ids;
};

const markForPerson = (tables: Tables, storeHash: StoreHash, { hikeIds, now }: HikeChoice): Promise<void> =>
  markProducts(tables, storeHash, { hikeIds, now, trigger: 'person', priority: PRIORITY.order });
