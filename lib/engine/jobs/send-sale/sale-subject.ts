import type { Sale } from '../../../domain/sale';
import type { Subject } from '../job';

/** How a sale is named in the sync log. */
export const saleSubject = (sale: Pick<Sale, 'id' | 'number'>, bigcommerceId: string | null = null): Subject => ({
  thing: 'sale',
  direction: 'hike-to-bigcommerce',
  label: `Sale ${sale.number === '' ? sale.id : sale.number}`,
  bigcommerceId,
  hikeId: String(sale.id),
});
