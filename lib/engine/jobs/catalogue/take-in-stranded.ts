import type { HikeProduct, HikeVariant } from '../../../domain/hike-product';
import { HikeProductId, ProductId } from '../../../domain/ids';
import type { StoreProduct } from '../../../domain/store-product';
import type { Link, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { fingerprintOfHikeProduct } from './fingerprint-of-hike-product';

/** Nothing that would be written: what is left of it is asked about, hidden or deleted. */
const NO_FIELDS = { description: '', brand: '', types: [], tags: [], seo: { title: '', description: '', keywords: '' }, isActive: true, isOnline: true, tracksStock: true, sellsBelowZero: false, options: [], images: [], modifiedAt: null };

const lostProduct = (id: HikeProductId, { name, sku, variants }: StoreProduct, links: readonly Link[]): HikeProduct => {
  const variantOf = (hikeId: HikeProductId, ownSku: string): HikeVariant => ({ id: hikeId, name, sku: ownSku, barcode: '', values: [], levels: [], images: [] });
  const own = links.flatMap(({ hikeId, bigcommerceId }) => {
    const variant = variants.find((one) => String(one.id) === bigcommerceId);
    return variant === undefined ? [] : [variantOf(HikeProductId.parse(Number(hikeId)), variant.sku || sku)];
  });
  return { ...NO_FIELDS, id, name, variants: own.length > 0 ? own : [variantOf(id, sku)] };
};

/** A product that Hike deleted while the app was not there to see it: known by what it is linked with in BigCommerce alone. False where that is gone, too. */
export const takeInStranded = async ({ storeHash, now }: JobContext, tables: Tables, { id, sweep }: { id: HikeProductId; sweep: number }): Promise<boolean> => {
  const [link] = await tables.links.findByHike(storeHash, 'product', [String(id)]);
  const [store] = link === undefined ? [] : await tables.storeProducts.findMany(storeHash, [ProductId.parse(Number(link.bigcommerceId))]);
  if (store === undefined || store.goneAt !== null) return false;
  const links = await tables.links.findByBigCommerce(storeHash, 'variant', store.product.variants.map((variant) => String(variant.id)));
  const product = lostProduct(id, store.product, links);
  const seen = { product, fingerprint: fingerprintOfHikeProduct(product), sweep, goneAt: now(), plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false };
  await tables.hikeProducts.saveMany(storeHash, [seen]);
  return true;
};
