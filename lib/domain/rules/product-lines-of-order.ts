import type { VariantId } from '../ids';
import type { Order, OrderLine } from '../order';
import { skuKey } from './sku-key';

/** A child of a bundle is priced in its parent, so selling it again would count it twice (reference: bigcommerce 6.2). */
export const soldLinesOfOrder = ({ lines }: Pick<Order, 'lines'>): OrderLine[] => lines.filter(({ bundledIn }) => bundledIn === null);

/** The lines that move stock, and so need a Hike product; custom lines and gift certificates do not. */
export const productLinesOfOrder = (order: Pick<Order, 'lines'>): OrderLine[] =>
  soldLinesOfOrder(order).filter(({ kind, productId }) => kind !== 'giftcertificate' && productId !== null);

/** The SKUs to ask Hike for, each once: those of product lines whose variant has no link yet. */
export const skusToFind = (order: Pick<Order, 'lines'>, linked: ReadonlySet<VariantId>): string[] => {
  const skus = productLinesOfOrder(order)
    .filter(({ variantId }) => variantId === null || !linked.has(variantId))
    .map(({ sku }) => sku.trim())
    .filter((sku) => sku !== '');
  return [...new Map(skus.map((sku) => [skuKey(sku), sku])).values()];
};
