import { HikeProductId, type ProductId, TaxClassId } from '../../../domain/ids';
import type { Order, OrderLine } from '../../../domain/order';
import { isProblem, type Problem } from '../../../domain/problems';
import { hikeProductForLine } from '../../../domain/rules/hike-product-for-line';
import type { LineProduct } from '../../../domain/rules/import-context';
import { productLinesOfOrder } from '../../../domain/rules/product-lines-of-order';
import { skuKey } from '../../../domain/rules/sku-key';
import type { HikeProductFacts } from '../../ports/hike';
import type { Link } from '../../ports/tables';
import type { JobContext } from '../job';

/** What a batch of orders shares: links already known, and look-ups that several orders would repeat. */
export interface ProductShelf {
  links: Map<string, Link>;
  bySku: Map<string, HikeProductFacts[]>;
  taxClasses: Map<ProductId, TaxClassId>;
}

/** A line without a variant cannot be linked; its product is looked up each time. */
const keyOf = (line: OrderLine): string => String(line.variantId ?? 0);

/** Reads links, and in one call the tax classes of products that are not linked yet. */
export const openShelf = async (context: JobContext, orders: readonly Order[]): Promise<ProductShelf> => {
  const lines = orders.flatMap(productLinesOfOrder);
  const links = await linksIntoHike(context, [...new Set(lines.map(keyOf))]);
  const byVariant = new Map(links.map((link) => [link.bigcommerceId, link]));
  const unknown = lines.filter((line) => !byVariant.has(keyOf(line)));
  const productIds = [...new Set(unknown.flatMap(({ productId }) => (productId === null ? [] : [productId])))];
  const taxClasses = productIds.length === 0 ? new Map<ProductId, TaxClassId>() : await context.bigcommerce.products.listTaxClasses(productIds);
  return { links: byVariant, bySku: new Map(), taxClasses };
};

/** What Hike has deleted is found by its SKU again, or refused by name, instead of being sent to Hike, which would refuse it in its own words. */
const linksIntoHike = async ({ storeHash, database: { tables } }: JobContext, variantIds: readonly string[]): Promise<Link[]> => {
  const links = await tables.links.findByBigCommerce(storeHash, 'variant', variantIds);
  const seen = await tables.hikeProducts.findByVariants(storeHash, links.map(({ hikeId }) => HikeProductId.parse(Number(hikeId))));
  const gone = new Set(seen.filter(({ goneAt }) => goneAt !== null).flatMap(({ product }) => product.variants.map(({ id }) => String(id))));
  return links.filter(({ hikeId }) => !gone.has(hikeId));
};

interface Asked {
  order: Order;
  /** What becomes of a link that was found by SKU. */
  keep(link: Link): Promise<void>;
}

/** By line id: the product in Hike, linked from now on, or why there is none. */
export const productsOfOrder = async (context: JobContext, shelf: ProductShelf, { order, keep }: Asked): Promise<Map<number, LineProduct | Problem>> => {
  const products = new Map<number, LineProduct | Problem>();
  for (const line of productLinesOfOrder(order)) {
    const known = shelf.links.get(keyOf(line));
    products.set(line.id, known === undefined ? await linkBySku(context, shelf, { line, keep }) : lineProductOf(known));
  }
  return products;
};

const lineProductOf = ({ hikeId, facts }: Link): LineProduct => ({
  hikeProductId: HikeProductId.parse(Number(hikeId)),
  name: String(facts.name ?? ''),
  taxClassId: facts.taxClassId === undefined ? null : TaxClassId.parse(Number(facts.taxClassId)),
});

const linkBySku = async (context: JobContext, shelf: ProductShelf, { line, keep }: { line: OrderLine; keep: Asked['keep'] }): Promise<LineProduct | Problem> => {
  const match = hikeProductForLine(line, await candidatesOf(context, shelf, line.sku.trim()));
  if (isProblem(match)) return match;
  const taxClassId = line.productId === null ? undefined : shelf.taxClasses.get(line.productId);
  const link: Link = {
    thing: 'variant',
    bigcommerceId: keyOf(line),
    hikeId: String(match.id),
    origin: 'hike',
    facts: { name: match.name, productId: line.productId ?? 0, ...(taxClassId === undefined ? {} : { taxClassId }) },
  };
  if (line.variantId !== null) {
    await keep(link);
    shelf.links.set(link.bigcommerceId, link);
  }
  return lineProductOf(link);
};

const candidatesOf = async (context: JobContext, shelf: ProductShelf, sku: string): Promise<HikeProductFacts[]> => {
  if (sku === '') return [];
  const known = shelf.bySku.get(skuKey(sku)) ?? (await context.hike.products.listBySku(sku));
  shelf.bySku.set(skuKey(sku), known);
  return known;
};
