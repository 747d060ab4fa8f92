import type { DirtyRow } from '../../ports/tables';
import type { Subject } from '../job';

export const productSubject = (row: Pick<DirtyRow, 'id'>): Subject => namedProduct(row.id, { name: null, productId: null });

/** How a Hike product is named in the sync log. */
export const namedProduct = (hikeId: string, { name, productId }: { name: string | null; productId: number | null }): Subject => ({
  thing: 'product',
  direction: 'hike-to-bigcommerce',
  label: name ?? `Product ${hikeId}`,
  bigcommerceId: productId === null ? null : String(productId),
  hikeId,
});
