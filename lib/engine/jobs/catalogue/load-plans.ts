import type { HikeProduct } from '../../../domain/hike-product';
import { HikeProductId, ProductId, VariantId } from '../../../domain/ids';
import type { CatalogueContext } from '../../../domain/rules/catalogue/catalogue-context';
import type { MatchFacts, Twin } from '../../../domain/rules/catalogue/match-product';
import type { PlanFacts } from '../../../domain/rules/catalogue/product-plan-of';
import { skuKey } from '../../../domain/rules/sku-key';
import type { StoreProduct } from '../../../domain/store-product';
import { TransientFailure } from '../../ports/failures';
import type { Link, SeenHikeProduct, StoreVariantKey, VariantKey } from '../../ports/tables';
import type { JobContext } from '../job';
import { knownCategories } from './known-categories';
import { stockMoves } from './stock-of-plan';
import { decisionOf, strayVariants, variantOf } from './stray-variants';
import { imagesDiffer, imagesMissed, ownCategoriesOf, wasHiddenByUs } from './written-marks';

/** What a batch of products is planned from, read in a few queries and without a call. */
export interface PlanShelf {
  seen: Map<HikeProductId, SeenHikeProduct>;
  factsOf(seen: SeenHikeProduct): PlanFacts;
  /** Products that seem to have lost variants, which no answer about the product itself has confirmed yet. */
  doubted: HikeProductId[];
  /** From here on this BigCommerce product is that Hike product's; the rest of the batch sees it. */
  take(productId: ProductId, hikeId: HikeProductId): void;
}

/** As much of a job's context as planning needs; a page has it too. */
export type PlanningContext = Pick<JobContext, 'storeHash' | 'store' | 'settings' | 'database'>;

export const catalogueContext = async (context: PlanningContext): Promise<CatalogueContext> => {
  const { profile } = context.store;
  if (profile === null) throw new TransientFailure('the store has not been read yet');
  return { settings: context.settings, profile, categories: await knownCategories(context) };
};

/** `withStock`: also what would become of the counts, for a dry run. */
export const openPlanShelf = async (context: JobContext, ids: readonly HikeProductId[], { withStock }: { withStock: boolean }): Promise<PlanShelf> => {
  const rows = await readRows(context, ids);
  const stockOf = withStock ? await stockMoves(context, [...rows.candidates.values()]) : null;
  return {
    seen: rows.seen,
    doubted: [...rows.seen.values()].filter((one) => strayLinks(one, rows).length > 0 && !one.variantsConfirmed).map(({ product }) => product.id),
    take: (productId, hikeId) => void rows.ownerOf.set(productId, hikeId),
    factsOf: (one) => {
      const { product } = one;
      const link = rows.links.get(product.id) ?? null;
      // Created, and the answer lost: what is there now may be ours, and only the look-up of that create can finish it.
      const isUnanswered = link === null && rows.unanswered.has(String(product.id));
      const own = isUnanswered ? [] : candidatesOf(product, link, rows);
      const matching: MatchFacts = {
        link,
        variantLinks: rows.variantLinks,
        candidates: own,
        takenProductIds: new Set(own.map(({ id }) => id).filter((id) => (rows.ownerOf.get(id) ?? product.id) !== product.id)),
        twins: twinsOf(product, rows.twins),
      };
      return {
        ...matching,
        isGone: one.goneAt !== null,
        isIgnored: one.isIgnored,
        removal: one.removal,
        removalsWait: false,
        wasHiddenByUs: wasHiddenByUs(one),
        ownCategories: ownCategoriesOf(one, link),
        goneVariants: new Map(one.variantsConfirmed ? strayLinks(one, rows).map((stray) => [variantOf(stray), decisionOf(stray)]) : []),
        offSale: rows.strays.get(product.id)?.offSale ?? new Set(),
        decidedVariants: rows.strays.get(product.id)?.decided ?? new Set(),
        nameHolder: isUnanswered ? null : (rows.holders.get(skuKey(product.name)) ?? null),
        stock: stockOf?.(product, matching) ?? [],
        images: [],
        imagesDiffer: imagesDiffer(one),
        imagesMissed: imagesMissed(one),
      };
    },
  };
};

/** Of a product that is gone as a whole nobody asks for single variants. */
const strayLinks = ({ product, goneAt }: SeenHikeProduct, { strays }: Rows): Link[] => (goneAt === null ? (strays.get(product.id)?.strays ?? []) : []);

interface Rows {
  seen: Map<HikeProductId, SeenHikeProduct>;
  links: Map<HikeProductId, ProductId>;
  variantLinks: Map<HikeProductId, VariantId>;
  strays: Awaited<ReturnType<typeof strayVariants>>;
  storeKeys: StoreVariantKey[];
  /** Those that are not gone. */
  candidates: Map<ProductId, StoreProduct>;
  ownerOf: Map<ProductId, HikeProductId>;
  twins: NamedKey[];
  /** Hike ids of products whose create may have happened without our knowing. */
  unanswered: Set<string>;
  /** By name, as `skuKey` writes it. */
  holders: Map<string, StoreProduct>;
}

const readRows = async (context: JobContext, ids: readonly HikeProductId[]): Promise<Rows> => {
  const { storeHash, database: { tables } } = context;
  const seen = await tables.hikeProducts.findMany(storeHash, ids);
  const products = seen.map(({ product }) => product);
  const keys = keysOf(products);
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const links = await linksOf(context, { thing: 'product', ids, parse: (id) => ProductId.parse(id) });
  const variantLinks = await linksOf(context, { thing: 'variant', ids: variantIds, parse: (id) => VariantId.parse(id) });
  const [storeKeys, hikeKeys, namesakes, unanswered] = await Promise.all([
    tables.storeProducts.listVariantsByKeys(storeHash, keys),
    tables.hikeProducts.listVariantsByKeys(storeHash, keys),
    tables.storeProducts.findByNames(storeHash, products.map(({ name }) => name)),
    tables.intents.listUnanswered(storeHash, 'product'),
  ]);
  const candidateIds = [...new Set([...links.values(), ...storeKeys.map(({ productId }) => productId)])];
  const there = (await tables.storeProducts.findMany(storeHash, candidateIds)).filter(({ goneAt }) => goneAt === null).map(({ product }) => product);
  const candidates = new Map(there.map((product) => [product.id, product]));
  const owners = await tables.links.findByBigCommerce(storeHash, 'product', candidateIds.map(String));
  return {
    seen: new Map(seen.map((one) => [one.product.id, one])),
    links,
    variantLinks,
    storeKeys,
    strays: await strayVariants(tables, storeHash, products.flatMap((product) => pairOf(product, candidates.get(links.get(product.id) ?? NONE)))),
    candidates,
    ownerOf: new Map(owners.map((link) => [ProductId.parse(Number(link.bigcommerceId)), HikeProductId.parse(Number(link.hikeId))])),
    twins: await twinsAmong(context, hikeKeys),
    unanswered: new Set(unanswered),
    holders: new Map(namesakes.map(({ product }) => [skuKey(product.name), product])),
  };
};

const NONE = 0 as ProductId;

const pairOf = (product: HikeProduct, store: StoreProduct | undefined) => (store === undefined ? [] : [{ product, store }]);

const linksOf = async <Id>(
  { storeHash, database }: JobContext,
  { thing, ids, parse }: { thing: 'product' | 'variant'; ids: readonly HikeProductId[]; parse: (id: number) => Id },
): Promise<Map<HikeProductId, Id>> => {
  const links = await database.tables.links.findByHike(storeHash, thing, ids.map(String));
  return new Map(links.map(({ hikeId, bigcommerceId }) => [HikeProductId.parse(Number(hikeId)), parse(Number(bigcommerceId))]));
};

const keysOf = (products: readonly HikeProduct[]): { skus: string[]; barcodes: string[] } => {
  const variants = products.flatMap((product) => product.variants);
  const distinct = (keys: readonly string[]) => [...new Set(keys.map(skuKey))].filter(Boolean);
  return { skus: distinct(variants.map(({ sku }) => sku)), barcodes: distinct(variants.map(({ barcode }) => barcode)) };
};

interface SharedKey {
  sku: string;
  barcode: string;
}

const sharesKey = (one: SharedKey, others: readonly SharedKey[]): boolean =>
  others.some(({ sku, barcode }) => (skuKey(sku) !== '' && skuKey(sku) === skuKey(one.sku)) || (skuKey(barcode) !== '' && skuKey(barcode) === skuKey(one.barcode)));

const candidatesOf = ({ variants }: HikeProduct, link: ProductId | null, { storeKeys, candidates }: Rows): StoreProduct[] => {
  const ids = new Set(storeKeys.filter((key) => sharesKey(key, variants)).map(({ productId }) => productId));
  if (link !== null) ids.add(link);
  return [...ids].flatMap((id) => candidates.get(id) ?? []);
};

interface NamedKey extends VariantKey {
  name: string;
}

/** What is left out by rule, put aside or gone does nobody harm. */
const twinsAmong = async ({ storeHash, database: { tables } }: JobContext, keys: readonly VariantKey[]): Promise<NamedKey[]> => {
  const others = await tables.hikeProducts.findMany(storeHash, [...new Set(keys.map(({ productId }) => productId))]);
  const names = new Map(others.filter(({ product, isIgnored, goneAt }) => product.isActive && product.isOnline && !isIgnored && goneAt === null).map(({ product }) => [product.id, product.name]));
  return keys.flatMap((key) => {
    const name = names.get(key.productId);
    return name === undefined ? [] : [{ ...key, name }];
  });
};

const twinsOf = (product: HikeProduct, twins: readonly NamedKey[]): Twin[] =>
  twins.filter((twin) => twin.productId !== product.id && sharesKey(twin, product.variants)).map(({ variantId, sku, barcode, name }) => ({ variantId, sku, barcode, name }));
