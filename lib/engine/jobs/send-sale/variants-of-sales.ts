import { type HikeProductId, ProductId, VariantId } from '../../../domain/ids';
import type { Sale, SaleLine } from '../../../domain/sale';
import { skuKey } from '../../../domain/rules/sku-key';
import type { VariantFacts } from '../../ports/bigcommerce';
import type { Link } from '../../ports/tables';
import type { JobContext } from '../job';

interface SoldVariant {
  productId: ProductId;
  variantId: VariantId;
}

export type SoldVariants = ReadonlyMap<HikeProductId, SoldVariant>;

/**
 * What the sales' lines are in BigCommerce, by Hike product: by link, else by SKU (one call for all of them together).
 * A SKU that several variants share is not guessed; such a line is sold as a custom line, and so is what BigCommerce has deleted.
 */
export const variantsOfSales = async (context: JobContext, sales: readonly Sale[]): Promise<SoldVariants> => {
  const lines = sales.flatMap((sale) => sale.lines);
  const productIds = [...new Set(lines.flatMap(({ productId }) => (productId === null ? [] : [productId])))];
  const links = await context.database.tables.links.findByHike(context.storeHash, 'variant', productIds.map(String));
  const linked = new Map(links.map((link) => [Number(link.hikeId) as HikeProductId, soldVariantOf(link)]));
  const gone = await goneOf(context, [...linked.values()]);
  const found = new Map([...linked].filter(([, { productId }]) => !gone.has(productId)));
  const missing = lines.filter(({ productId, sku }) => productId !== null && !linked.has(productId) && sku.trim() !== '');
  if (missing.length === 0) return found;
  const variants = await context.bigcommerce.products.listBySku([...new Set(missing.map(({ sku }) => sku.trim()))]);
  for (const [productId, variant] of matchBySku(missing, variants)) {
    await saveLink(context, productId, variant);
    found.set(productId, { productId: variant.productId, variantId: variant.variantId });
  }
  return found;
};

const goneOf = async ({ database, storeHash }: JobContext, sold: readonly SoldVariant[]): Promise<Set<ProductId>> => {
  const seen = await database.tables.storeProducts.findMany(storeHash, [...new Set(sold.map(({ productId }) => productId))]);
  return new Set(seen.flatMap(({ product, goneAt }) => (goneAt === null ? [] : [product.id])));
};

const soldVariantOf = (link: Link): SoldVariant => ({
  productId: ProductId.parse(Number(link.facts.productId ?? 0)),
  variantId: VariantId.parse(Number(link.bigcommerceId)),
});

const matchBySku = (lines: readonly SaleLine[], variants: readonly VariantFacts[]): Map<HikeProductId, VariantFacts> => {
  const matches = new Map<HikeProductId, VariantFacts>();
  for (const { productId, sku } of lines) {
    const [only, ...others] = variants.filter((variant) => skuKey(variant.sku) === skuKey(sku));
    if (productId !== null && only !== undefined && others.length === 0) matches.set(productId, only);
  }
  return matches;
};

const saveLink = (context: JobContext, hikeProductId: HikeProductId, { productId, variantId, taxClassId, sku }: VariantFacts): Promise<void> =>
  context.record('variant-of-sale-linked', (tables) =>
    tables.links.save(
      context.storeHash,
      { thing: 'variant', bigcommerceId: String(variantId), hikeId: String(hikeProductId), origin: 'hike', facts: { productId, taxClassId, name: sku } },
      context.now(),
    ),
  );
