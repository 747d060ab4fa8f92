import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId } from '../../../domain/ids';
import { hikeProductParts } from '../../../domain/rules/catalogue/hike-product-fingerprint';
import { decisionHolds, reasonToRemove, type RemovalReason } from '../../../domain/rules/catalogue/removal-of-product';
import { skuKey } from '../../../domain/rules/sku-key';
import type { SeenHikeProduct, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { fingerprintOfHikeProduct } from './fingerprint-of-hike-product';
import { noteHikeCounts } from '../stock/note-hike-counts';
import { markProducts, worksOfProducts } from './mark-products';

const UNSEEN = { goneAt: null, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false } as const;

/**
 * Keeps products as Hike tells them now, and marks those of which more than a count changed. `isFull`: they were met by
 * the full reading `sweep`. `isAlone`: the product was asked for by its id. A list and such an answer that agree confirm
 * which variants it has; either of them alone may have been cut short.
 */
export const takeInHikeProducts = async (
  context: JobContext,
  tables: Tables,
  { products, sweep, isFull, isAlone = false }: { products: readonly HikeProduct[]; sweep: number; isFull: boolean; isAlone?: boolean },
): Promise<void> => {
  const { storeHash } = context;
  const known = new Map((await tables.hikeProducts.findMany(storeHash, products.map(({ id }) => id))).map((seen) => [seen.product.id, seen]));
  const told = products.map((product) => {
    const before = known.get(product.id);
    const variantsConfirmed = before !== undefined && variantsOf(before.product) === variantsOf(product) && (isAlone || before.variantsConfirmed);
    const removal = before !== undefined && decisionHolds(reasonOf(before), reasonToRemove(product, false)) ? before.removal : null;
    const now: SeenHikeProduct = { ...(before ?? UNSEEN), product, fingerprint: fingerprintOfHikeProduct(product), sweep, goneAt: null, removal, variantsConfirmed };
    return { before, now, isChanged: before?.fingerprint !== now.fingerprint || before.goneAt !== null || before.variantsConfirmed !== variantsConfirmed };
  });
  await tables.hikeProducts.saveMany(storeHash, told.flatMap(({ before, now, isChanged }) => (isChanged || (isFull && before?.sweep !== sweep) ? [now] : [])));
  const changed = told.filter(({ isChanged }) => isChanged);
  await noteHikeCounts(context, tables, changed.map(({ before, now }) => ({ before: before?.product ?? null, after: now.product })));
  const toPlan = changed.filter(({ before, now }) => needsPlan(before, now));
  if (toPlan.length === 0 || (await worksOfProducts(tables, storeHash)).length === 0) return;
  const rivals = await listRivals(context, tables, toPlan);
  await markProducts(tables, storeHash, { hikeIds: [...toPlan.map(({ now }) => now.product.id), ...rivals], now: context.now(), trigger: 'schedule' });
};

const reasonOf = ({ product, goneAt }: SeenHikeProduct): RemovalReason | null => reasonToRemove(product, goneAt !== null);

const variantsOf = ({ variants }: HikeProduct): string => variants.map(({ id }) => id).sort((a, b) => a - b).join(' ');

const needsPlan = (before: SeenHikeProduct | undefined, now: SeenHikeProduct): boolean =>
  before === undefined || before.goneAt !== null || (now.variantsConfirmed && !before.variantsConfirmed) || hikeProductParts(before.product) !== hikeProductParts(now.product);

/** Products that share a key with what these had or have: one that was a duplicate may be one no longer, and the other way round. */
const listRivals = async (
  { storeHash }: JobContext,
  tables: Tables,
  told: readonly { before: SeenHikeProduct | undefined; now: SeenHikeProduct }[],
): Promise<HikeProductId[]> => {
  const keys = { skus: new Set<string>(), barcodes: new Set<string>() };
  for (const { before, now } of told) {
    if (before !== undefined && keysOf(before.product) === keysOf(now.product)) continue;
    for (const variant of [...(before?.product.variants ?? []), ...now.product.variants]) {
      keys.skus.add(skuKey(variant.sku));
      keys.barcodes.add(skuKey(variant.barcode));
    }
  }
  if (keys.skus.size === 0) return [];
  const rivals = await tables.hikeProducts.listVariantsByKeys(storeHash, { skus: [...keys.skus], barcodes: [...keys.barcodes] });
  return rivals.map(({ productId }) => productId);
};

const keysOf = ({ variants }: HikeProduct): string => variants.map(({ sku, barcode }) => `${skuKey(sku)}\n${skuKey(barcode)}`).join('\n');
