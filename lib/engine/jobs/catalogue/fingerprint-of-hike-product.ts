import type { HikeProduct } from '../../../domain/hike-product';
import { hikeProductParts, hikeStockParts } from '../../../domain/rules/catalogue/hike-product-fingerprint';
import { fingerprint } from '../../fingerprint';

/** Of all that the mirror holds of a product: whoever changes the product there keeps this with it, or Hike's next word passes for no news. */
export const fingerprintOfHikeProduct = (product: HikeProduct): string => fingerprint(`${hikeProductParts(product)}\n${hikeStockParts(product)}`);
