import type { HikeProduct, StoreProduct } from '../traffic/things';
import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';
import { isSoldOnline } from './in-words';
import { isRefused } from './reasons';

type PriceField = NonNullable<Wanted['settings']['salePrice']>;

/** One thing that can be bought, as the store shows it. */
interface Offer {
  product: StoreProduct;
  sku: string;
  price: number;
}

const offersOf = (product: StoreProduct, field: PriceField): Offer[] =>
  product.variants.map(({ sku, ...variant }) => ({ product, sku: product.variants.length === 1 ? product.sku || sku : sku, price: variant[field] ?? product[field] }));

/** As the store enters prices: both sides of these worlds do it in the same way. Where the outlet has none, the first that has one. */
const priceOf = ({ product_outlets: rows }: HikeProduct, { shop, outletId }: Evidence): number | null => {
  const prices = rows.map((row) => ({ isChosen: row.outlet_id === outletId, price: shop.taxInclusive ? row.price_inc_tax : row.price_ex_tax })).filter(({ price }) => price > 0);
  return (prices.find(({ isChosen }) => isChosen) ?? prices[0])?.price ?? null;
};

/** BigCommerce's once it is there, unless the merchant gave it to Hike ("field owners"): else a product keeps the name that it was made with. */
const nameFault = (goods: HikeProduct, { id, name }: StoreProduct, { evidence, wanted }: { evidence: Evidence; wanted: Wanted }): string | null => {
  if (wanted.settings.catalogue.owners.name === 'hike') return name === goods.name ? null : `${goods.sku} is called “${goods.name}” in Hike and “${name}” in the store`;
  // Of one that is made meanwhile its SKU tells the first name, and its id every later one.
  const isHikes = name === goods.name || name.toUpperCase() === goods.sku.replace('-', ' ') || name.endsWith(` ${goods.id}`);
  const before = evidence.beginning.products.get(id);
  if (before === undefined) return isHikes ? null : `${goods.sku} is called “${name}” in the store and never was in Hike`;
  return before.name === name || (wanted.hikeNamed && isHikes) ? null : `${goods.sku} was called “${before.name}” in the store and is now “${name}”, though its name is BigCommerce’s`;
};

/** Nobody is asked any more about what was hidden while the merchant had chosen that. */
const takenOffFault = (goods: HikeProduct, { product }: Offer, { evidence, wanted, top }: { evidence: Evidence; wanted: Wanted; top: HikeProduct }): string | null => {
  const { deletes, settings } = wanted;
  const before = evidence.beginning.products.get(product.id);
  const isHiddenByUs = !product.is_visible && deletes.size > 1;
  if (before !== undefined && before.is_visible !== product.is_visible && !isHiddenByUs) return `${goods.sku} was hidden, though the merchant is to be asked`;
  if (settings.catalogue.deletes !== 'ask') return product.is_visible ? `${goods.sku} is no longer sold online in Hike, and not hidden in the store` : null;
  return isHiddenByUs || evidence.removed.has(top.id) ? null : `${goods.sku} is no longer sold online in Hike, and the merchant is not asked what is to become of it`;
};

const shownFaults = (goods: HikeProduct, { product, price }: Offer, { evidence, wanted }: { evidence: Evidence; wanted: Wanted }): string[] => {
  const inHike = wanted.settings.catalogue.owners.price === 'hike' ? priceOf(goods, evidence) : null;
  const name = goods.parentId === 0 ? nameFault(goods, product, { evidence, wanted }) : null;
  const isHidden = evidence.beginning.products.get(product.id)?.is_visible === true && !product.is_visible;
  if (isHidden) return [`${goods.sku} is sold online in Hike, and hidden in the store`];
  return [...(inHike === null || inHike === price ? [] : [`${goods.sku} costs ${inHike} in Hike and ${price} in the store`]), ...(name === null ? [] : [name])];
};

const faultsOf = (goods: HikeProduct, top: HikeProduct, { evidence, wanted }: { evidence: Evidence; wanted: Wanted }): string[] => {
  const found = evidence.products.flatMap((product) => offersOf(product, wanted.settings.salePrice ?? 'price')).filter(({ sku }) => sku === goods.sku);
  const [offer] = found;
  if (!isSoldOnline(top)) {
    const fault = offer === undefined ? null : takenOffFault(goods, offer, { evidence, wanted, top });
    return fault === null ? [] : [fault];
  }
  if (isRefused(evidence, 'product', top)) return [];
  if (offer === undefined || found.length > 1) return [`${goods.sku} is there ${found.length} times`];
  return shownFaults(goods, offer, { evidence, wanted });
};

/** Each product that is sold online is there once, with its variants, at its price and under its name; what becomes of one that is no longer is as the merchant chose. */
export const productsAreThere = (evidence: Evidence, wanted: Wanted): string[] => {
  const tops = new Map(evidence.shop.products.map((product) => [product.id, product]));
  return evidence.shop.products.filter(({ sku, has_variants: isParent }) => sku !== '' && !isParent).flatMap((goods) => faultsOf(goods, tops.get(goods.parentId) ?? goods, { evidence, wanted }));
};
