import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';
import { isSoldOnline } from './stock-is-explained';

/** Each product that is sold online is there once, at its price; or the merchant was told why not. */
export const productsAreThere = (evidence: Evidence, { settings }: Wanted): string[] => {
  const { salePrice, catalogue: { owners } } = settings;
  const told = new Set([...evidence.asked, ...evidence.refusals.filter(({ thing }) => thing === 'product').map(({ recordId }) => recordId)]);
  return evidence.shop.products.flatMap((product) => {
    if (product.parentId !== 0 || product.has_variants || product.sku === '' || !isSoldOnline(product) || told.has(String(product.id))) return [];
    const found = evidence.products.filter(({ sku, variants }) => sku === product.sku || variants.some((variant) => variant.sku === product.sku));
    if (found.length !== 1) return [`${product.sku} is there ${found.length} times`];
    const [there] = found as [(typeof found)[number]];
    if (owners.name === 'hike' && there.variants.length === 1 && there.name !== product.name) return [`${product.sku} is called ${product.name} in Hike and ${there.name} in the store`];
    const price = there[salePrice ?? 'price'];
    const row = product.product_outlets.find(({ outlet_id: id }) => id === evidence.outletId);
    // Both sides of these worlds enter their prices in the same way.
    const wanted = evidence.shop.taxInclusive ? row?.price_inc_tax : row?.price_ex_tax;
    return wanted === undefined || owners.price !== 'hike' || there.variants.length > 1 || price === wanted ? [] : [`${product.sku} costs ${wanted} in Hike and ${price} in the store`];
  });
};
