import type { VariantId } from '../../../domain/ids';
import type { Subject } from '../job';

const STOCK = { thing: 'stock', direction: 'hike-to-bigcommerce' } as const;

/** How the stock of one variant is named in the sync log. */
export const stockSubject = ({ hikeId, variantId, name }: { hikeId: string | number; variantId: VariantId | null; name: string }): Subject => ({
  ...STOCK,
  label: `Stock of ${name}`,
  bigcommerceId: variantId === null ? null : String(variantId),
  hikeId: String(hikeId),
});

/** Reading what moved there has a line of its own, or what went well of publishing would speak for it. */
export const STOCK_READ: Subject & { recordId: string } = { ...STOCK, label: 'Stock in BigCommerce', bigcommerceId: null, hikeId: null, recordId: 'read' };

/** What concerns the stock of many at once. */
export const WHOLE_STOCK: Subject = { ...STOCK, label: 'Stock', bigcommerceId: null, hikeId: null };
