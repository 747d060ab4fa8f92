import type { HikeProduct, StoreProduct } from '../traffic/things';
import type { Evidence } from './evidence';
import { isSoldOnline } from './in-words';
import { isRefused } from './reasons';

/** One thing that can be bought, as the store shows it. */
interface Offer {
  product: StoreProduct;
  sku: string;
  price: number;
}

const offersOf = (product: StoreProduct): Offer[] =>
  product.variants.map(({ sku, price }) => ({ product, sku: product.variants.length === 1 ? product.sku || sku : sku, price: price ?? product.price }));

/** As the store enters prices: both sides of these worlds do it in the same way. Where the outlet has none, the first that has one. */
const priceOf = ({ product_outlets: rows }: HikeProduct, { shop, outletId }: Evidence): number | null => {
  const prices = rows.map((row) => ({ isChosen: row.outlet_id === outletId, price: shop.taxInclusive ? row.price_inc_tax : row.price_ex_tax })).filter(({ price }) => price > 0);
  return (prices.find(({ isChosen }) => isChosen) ?? prices[0])?.price ?? null;
};

/** BigCommerce's once it is there ("field owners"): a product keeps the name that it was made with. */
const nameFault = (goods: HikeProduct, { id, name }: StoreProduct, { beginning }: Evidence): string | null => {
  const before = beginning.products.get(id);
  if (before !== undefined) return before.name === name ? null : `${goods.sku} was called “${before.name}” in the store and is now “${name}”, though its name is BigCommerce’s`;
  // Of one that is made meanwhile its SKU tells the first name, and its id every later one.
  const isHikes = name === goods.name || name.toUpperCase() === goods.sku.replace('-', ' ') || name.endsWith(` ${goods.id}`);
  return isHikes ? null : `${goods.sku} is called “${name}” in the store and never was in Hike`;
};

const faultsOf = (goods: HikeProduct, top: HikeProduct, evidence: Evidence): string[] => {
  const found = evidence.products.flatMap(offersOf).filter(({ sku }) => sku === goods.sku);
  const [offer] = found;
  if (!isSoldOnline(top)) {
    if (offer === undefined) return [];
    const before = evidence.beginning.products.get(offer.product.id);
    if (before !== undefined && before.is_visible !== offer.product.is_visible) return [`${goods.sku} was hidden, though the merchant is to be asked`];
    return evidence.removed.has(top.id) ? [] : [`${goods.sku} is no longer sold online in Hike, and the merchant is not asked what is to become of it`];
  }
  if (isRefused(evidence, 'product', top)) return [];
  if (offer === undefined || found.length > 1) return [`${goods.sku} is there ${found.length} times`];
  const price = priceOf(goods, evidence);
  const name = goods.parentId === 0 ? nameFault(goods, offer.product, evidence) : null;
  return [...(price === null || price === offer.price ? [] : [`${goods.sku} costs ${price} in Hike and ${offer.price} in the store`]), ...(name === null ? [] : [name])];
};

/** Each product that is sold online is there once, with its variants, at its price and under its name; of one that is no longer the merchant is asked. */
export const productsAreThere = (evidence: Evidence): string[] => {
  const tops = new Map(evidence.shop.products.map((product) => [product.id, product]));
  return evidence.shop.products.filter(({ sku, has_variants: isParent }) => sku !== '' && !isParent).flatMap((goods) => faultsOf(goods, tops.get(goods.parentId) ?? goods, evidence));
};
