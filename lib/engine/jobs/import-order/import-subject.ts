import type { Subject } from '../job';

/** How an import is named in the sync log. */
export const importSubject = (row: { id: string }, hikeId: string | null = null): Subject => ({
  thing: 'order',
  direction: 'bigcommerce-to-hike',
  label: `Order ${row.id}`,
  bigcommerceId: row.id,
  hikeId,
});
