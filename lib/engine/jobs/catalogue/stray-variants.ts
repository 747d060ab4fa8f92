import type { HikeProduct } from '../../../domain/hike-product';
import { HikeProductId, type StoreHash, VariantId } from '../../../domain/ids';
import { hasVariants } from '../../../domain/rules/catalogue/has-variants';
import type { RemovalDecision } from '../../../domain/rules/catalogue/removal-of-product';
import type { StoreProduct } from '../../../domain/store-product';
import type { Link, ReadingTables } from '../../ports/tables';

/*
 * A stray is a BigCommerce variant whose link leads to a Hike variant that its product does not have: it was deleted in
 * Hike, or an answer was cut short. What was decided and done about it is kept in the link, and ends with it, or once the
 * variant is back.
 */

interface LinkedVariants {
  strays: Link[];
  /** Variants that we took off sale, strays or back again. */
  offSale: Set<VariantId>;
  /** Variants that the product has, with a decision left from when it lacked them. */
  decided: Set<VariantId>;
}

interface LinkedProducts {
  product: HikeProduct;
  store: StoreProduct;
}

/** Of products that are linked, by Hike's id; those without variants on either side have none. */
export const strayVariants = async (tables: ReadingTables, storeHash: StoreHash, pairs: readonly LinkedProducts[]): Promise<Map<HikeProductId, LinkedVariants>> => {
  const divided = pairs.filter(({ product, store }) => hasVariants(product) && hasVariants(store));
  const links = await tables.links.findByBigCommerce(storeHash, 'variant', divided.flatMap(({ store }) => store.variants.map(({ id }) => String(id))));
  const linkOf = new Map(links.map((link) => [link.bigcommerceId, link]));
  const found = divided.map(({ product, store }) => ({ product, own: store.variants.flatMap(({ id }) => linkOf.get(String(id)) ?? []) }));
  const elsewhere = await variantsElsewhere(tables, storeHash, found.flatMap(missing));
  return new Map(
    found.map((one) => {
      const [absent, offSale] = [missing(one), one.own.filter(({ facts }) => facts[OFF_SALE] !== undefined)];
      const decided = one.own.filter((link) => !absent.includes(link) && decisionOf(link) !== null);
      return [one.product.id, { strays: absent.filter(({ hikeId }) => !elsewhere.has(hikeId)), offSale: new Set(offSale.map(variantOf)), decided: new Set(decided.map(variantOf)) }];
    }),
  );
};

const missing = ({ product, own }: { product: HikeProduct; own: readonly Link[] }): Link[] => {
  const ids = new Set(product.variants.map(({ id }) => String(id)));
  return own.filter(({ hikeId }) => !ids.has(hikeId));
};

/** What moved to another product in Hike is not gone. */
const variantsElsewhere = async (tables: ReadingTables, storeHash: StoreHash, links: readonly Link[]): Promise<Set<string>> => {
  if (links.length === 0) return new Set();
  const seen = await tables.hikeProducts.findByVariants(storeHash, links.map(({ hikeId }) => HikeProductId.parse(Number(hikeId))));
  return new Set(seen.filter(({ goneAt }) => goneAt === null).flatMap(({ product }) => product.variants.map(({ id }) => String(id))));
};

export const variantOf = ({ bigcommerceId }: Link): VariantId => VariantId.parse(Number(bigcommerceId));

const OFF_SALE = 'offSale';
const REMOVAL = 'removal';

export const takenOffSale = (link: Link): Link => ({ ...link, facts: { ...link.facts, [OFF_SALE]: 'yes' } });

export const withDecision = (link: Link, removal: 'hide' | 'delete'): Link => ({ ...link, facts: { ...link.facts, [REMOVAL]: removal } });

export const decisionOf = ({ facts: { [REMOVAL]: removal } }: Link): RemovalDecision | null => (removal === 'hide' || removal === 'delete' ? removal : null);
