import { z } from 'zod';
import { HikeProductId, OrderId, type StoreHash, TaxClassId } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import { Order } from '../../../domain/order';
import { Problem } from '../../../domain/problems';
import type { ReadingTables, Tables } from '../../ports/tables';

const LineProduct = z.object({ hikeProductId: HikeProductId, name: z.string(), taxClassId: TaxClassId.nullable() });

/** An order that was read to see what it would become, and what is known of the products of its lines. */
const PreviewedOrder = z.object({
  orderId: OrderId,
  readAt: Instant,
  /** `null`: BigCommerce does not have it. */
  order: Order.nullable(),
  /** By line id. */
  products: z.array(z.tuple([z.int(), z.union([LineProduct, Problem])])),
});
export type PreviewedOrder = z.infer<typeof PreviewedOrder>;

const CURSOR = 'previewed-order';

/** The one that was looked at last: a store has one. */
export const findPreviewed = async (tables: ReadingTables, storeHash: StoreHash): Promise<PreviewedOrder | null> =>
  PreviewedOrder.nullable().catch(null).parse(await tables.cursors.find(storeHash, CURSOR));

/** It is read again after minutes; its name and address are kept no longer than until the next round. */
export const forgetPreviewed = async (tables: Tables, storeHash: StoreHash, before: Instant): Promise<void> => {
  const previewed = await findPreviewed(tables, storeHash);
  if (previewed !== null && previewed.readAt < before) await tables.cursors.save(storeHash, CURSOR, null);
};

export const savePreviewed = (tables: Tables, storeHash: StoreHash, previewed: PreviewedOrder): Promise<void> => tables.cursors.save(storeHash, CURSOR, previewed);
