import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { PRIORITY } from '../../priorities';
import type { SeenOrder, Tables } from '../../ports/tables';
import { isLeftOutByPerson } from './is-left-out-by-person';

/** An order that a person had left out holds its goods back again; what they are stands in its lines, which only BigCommerce knows. */
export const holdBackAgain = async (tables: Tables, storeHash: StoreHash, { order, now }: { order: SeenOrder; now: Instant }): Promise<void> => {
  if (!isLeftOutByPerson(order)) return;
  await tables.dirty.mark(storeHash, { thing: 'order', id: String(order.id), priority: PRIORITY.person, notBefore: now, trigger: 'person' });
};
