import type { HikeProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { skuKey } from '../../../domain/rules/sku-key';
import type { StoreProduct } from '../../../domain/store-product';
import type { SeenStoreProduct, StoreStanding, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { canonicalText } from './canonical-text';
import { markProducts, worksOfProducts } from './mark-products';

/** BigCommerce's clock and ours. */
const OURS_MS = 2_000;

interface Told {
  before: SeenStoreProduct | undefined;
  now: SeenStoreProduct;
}

/** Keeps products as BigCommerce tells them now, and marks the Hike products that theirs concern. */
export const takeInStoreProducts = async (
  context: JobContext,
  tables: Tables,
  { products, sweep }: { products: readonly StoreProduct[]; sweep: number },
): Promise<void> => {
  const { storeHash } = context;
  const ids = products.map(({ id }) => id);
  const known = new Map((await tables.storeProducts.findMany(storeHash, ids)).map((seen) => [seen.product.id, seen]));
  const links = new Map((await tables.links.findByBigCommerce(storeHash, 'product', ids.map(String))).map((link) => [link.bigcommerceId, Number(link.hikeId) as HikeProductId]));
  const told = products.map((product): Told => {
    const before = known.get(product.id);
    return { before, now: { product, standing: standingOf(before, links.has(String(product.id))), sweep, goneAt: null } };
  });
  const fresh = told.filter(({ before, now }) => before === undefined || canonicalText(before) !== canonicalText(now));
  await tables.storeProducts.saveMany(storeHash, fresh.map(({ now }) => now));
  const changed = fresh.filter(isNews);
  if (changed.length === 0 || (await worksOfProducts(tables, storeHash)).length === 0) return;
  const partners = changed.flatMap(({ now }) => links.get(String(now.product.id)) ?? []);
  const hikeIds = [...partners, ...(await listByKeys(context, tables, changed))];
  await markProducts(tables, storeHash, { hikeIds, now: context.now(), trigger: 'follow-up' });
};

const standingOf = (before: SeenStoreProduct | undefined, isLinked: boolean): StoreStanding => {
  if (isLinked) return 'linked';
  return before?.standing === 'ignored' ? 'ignored' : 'only-here';
};

/** What nobody touched since we wrote it differs only in how BigCommerce spells it: writing it again would not change that. */
const isNews = ({ before, now }: Told): boolean => {
  if (before === undefined || before.goneAt !== null) return true;
  if (canonicalText({ ...before.product, modifiedAt: null }) === canonicalText({ ...now.product, modifiedAt: null })) return false;
  const [writtenAt, changedAt] = [before.product.modifiedAt, now.product.modifiedAt];
  return writtenAt === null || changedAt === null || changedAt > instantPlus(writtenAt, OURS_MS);
};

/** Hike products that a new or renamed key may match, or match no longer. */
const listByKeys = async ({ storeHash }: JobContext, tables: Tables, changed: readonly Told[]): Promise<HikeProductId[]> => {
  const variants = changed.flatMap(({ before, now }) => [...(before?.product.variants ?? []), ...now.product.variants]);
  const found = await tables.hikeProducts.listVariantsByKeys(storeHash, {
    skus: [...new Set(variants.map(({ sku }) => skuKey(sku)))].filter(Boolean),
    barcodes: [...new Set(variants.map(({ barcode }) => skuKey(barcode)))].filter(Boolean),
  });
  return found.map(({ productId }) => productId);
};
