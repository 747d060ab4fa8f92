import Big from 'big.js';
import type { HikeProduct, HikeVariant, OutletLevel } from '../../hike-product';
import type { Decimal } from '../../money';
import { imageAddress, imagesOfProduct } from './images-of-product';
import { ownPictureOf } from './variant-pictures';

/** "22.0000" and "22" are one price. */
const canonical = (price: Decimal | null): string | null => (price === null ? null : new Big(price).toFixed());

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id;

const levelsOf = ({ levels }: HikeVariant): OutletLevel[] => [...levels].sort((a, b) => a.outletId - b.outletId);

const priceParts = (variant: HikeVariant) =>
  levelsOf(variant).map(({ outletId, priceIncTax, priceExTax, taxId }) => [outletId, canonical(priceIncTax), canonical(priceExTax), taxId]);

/** Its pictures alone: hashed after they were written, they tell whether Hike has others since. */
export const hikeImageParts = (product: HikeProduct): string => {
  const ofVariants = [...product.variants].sort(byId).flatMap((variant) => {
    const own = ownPictureOf(variant);
    return own === null ? [] : [[variant.id, own.key]];
  });
  const images = imagesOfProduct(product).map(({ key, url, isPrimary }) => [key, imageAddress(url), isPrimary]);
  return JSON.stringify(ofVariants.length === 0 ? images : [...images, ofVariants]);
};

/**
 * What of a product the rules look at, stock apart, as one text that the engine hashes: equal texts mean that no product
 * call is due. `modifiedAt`, costs and the order of rows stay out, for a touch without a change must not cost a call.
 */
export const hikeProductParts = (product: HikeProduct): string =>
  JSON.stringify([
    product.id,
    [product.name, product.description, product.brand],
    [...product.types].sort(byId).map(({ id, name }) => [id, name]),
    [...product.tags].sort(),
    [product.seo.title, product.seo.description, product.seo.keywords],
    [product.isActive, product.isOnline, product.tracksStock],
    product.options,
    [...product.variants].sort(byId).map((variant) => [variant.id, variant.sku, variant.barcode, variant.values, priceParts(variant)]),
    hikeImageParts(product),
  ]);

/** What stock is published from; apart from the rest, so that a sale at the till costs no product call. */
export const hikeStockParts = ({ id, tracksStock, variants }: HikeProduct): string =>
  JSON.stringify([
    id,
    tracksStock,
    [...variants].sort(byId).map((variant) => [variant.id, levelsOf(variant).map(({ outletId, onHand, committed, available }) => [outletId, onHand, committed, available])]),
  ]);
