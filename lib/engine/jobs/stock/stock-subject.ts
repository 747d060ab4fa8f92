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

/** What concerns the stock of many at once. */
export const WHOLE_STOCK: Subject = { ...STOCK, label: 'Stock', bigcommerceId: null, hikeId: null };
