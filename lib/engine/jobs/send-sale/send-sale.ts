import { OrderId, SaleId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import { bigcommerceOrderFromHikeSale, type SendContext } from '../../../domain/rules/bigcommerce-order-from-hike-sale';
import { orderIdFromSaleReference } from '../../../domain/rules/sale-reference';
import { RefusedByVendor, TransientFailure } from '../../ports/failures';
import type { DirtyRow, Link, SeenSale } from '../../ports/tables';
import { type Job, type JobContext, jobPerRow } from '../job';
import { isReadyToSync } from '../ready';
import { createOrder } from './create-order';
import { customerOfSale } from './customer-of-sale';
import { followLaterSale } from './follow-later-sale';
import { recordLeftOut, recordRefused } from './record-sale';
import { refundOriginal } from './refund-original';
import { registerNameOf } from './register-name-of';
import { saleSubject } from './sale-subject';
import { type SoldVariants, variantsOfSales } from './variants-of-sales';

interface Loaded {
  seen: Map<string, SeenSale>;
  links: Map<string, Link>;
  variants: SoldVariants;
}

const idOf = (row: DirtyRow): SaleId => SaleId.parse(Number(row.id));

const load = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Loaded> => {
  const { tables } = context.database;
  const seen = await tables.sales.findMany(context.storeHash, rows.map(idOf));
  const links = await tables.links.findByHike(context.storeHash, 'order', rows.map(({ id }) => id));
  const linked = new Set(links.map(({ hikeId }) => hikeId));
  const fresh = seen.map(({ sale }) => sale).filter((sale) => !linked.has(String(sale.id)) && orderIdFromSaleReference(sale, context.storeHash) === null);
  return {
    seen: new Map(seen.map((one) => [String(one.sale.id), one])),
    links: new Map(links.map((link) => [link.hikeId, link])),
    variants: await variantsOfSales(context, fresh),
  };
};

const work = async (context: JobContext, row: DirtyRow, loaded: Loaded): Promise<void> => {
  const seen = loaded.seen.get(row.id);
  if (seen === undefined || !isReadyToSync(context)) return context.record('stray-sale-settled', (tables) => tables.dirty.settle(context.storeHash, row));
  const link = loaded.links.get(row.id);
  try {
    if (link?.origin === 'bigcommerce') await recordLeftOut(context, { row, seen, reason: null, orderId: orderIdOf(link) });
    else if (link !== undefined) await followLaterSale(context, { row, seen, original: seen.sale, link });
    else await sendFirst(context, row, { seen, variants: loaded.variants });
  } catch (error) {
    if (!(error instanceof RefusedByVendor) || error.side !== 'bigcommerce') throw error;
    const reason = problem('refused-by-bigcommerce', { message: error.reason });
    await recordRefused(context, { row, seen, problem: reason, detail: { status: error.status } });
  }
};

const sendFirst = async (context: JobContext, row: DirtyRow, { seen, variants }: { seen: SeenSale; variants: SoldVariants }): Promise<void> => {
  const { sale } = seen;
  const asGuest = await sendContext(context, seen, variants);
  const decision = bigcommerceOrderFromHikeSale(sale, asGuest);
  switch (decision.kind) {
    case 'left-out':
      // A sale that we imported stands in the log already, as its order's import.
      return recordLeftOut(context, { row, seen, reason: asGuest.importedFrom === null ? decision.reason : null, orderId: null });
    case 'refuse':
      return recordRefused(context, { row, seen, problem: decision.problem });
    case 'refund':
      return refundOriginal(context, { row, seen });
    case 'create': {
      const customer = await customerOfSale(context, sale);
      const named = customer === null ? decision : bigcommerceOrderFromHikeSale(sale, { ...asGuest, customer });
      if (named.kind === 'create') await createOrder(context, { row, seen, draft: named.draft, isExchange: named.isExchange });
    }
  }
};

const sendContext = async (context: JobContext, { sale }: SeenSale, variants: SoldVariants): Promise<SendContext> => {
  const { profile } = context.store;
  if (profile === null) throw new TransientFailure('the store has not been read yet');
  return {
    settings: context.settings,
    profile,
    importedFrom: orderIdFromSaleReference(sale, context.storeHash),
    variants,
    customer: null,
    registerName: registerNameOf(context, sale),
    laterSales: await context.database.tables.sales.listByOriginal(context.storeHash, sale.id),
  };
};

const orderIdOf = (link: Link): OrderId => OrderId.parse(Number(link.bigcommerceId));

/** Makes BigCommerce orders of Hike sales, each exactly once, and carries later changes after them. */
export const sendSale: Job = {
  batch: 25,
  needs: ['bigcommerce'],
  isUpkeep: false,
  isPaused: ({ paused }) => paused.sales,
  subject: (row) => saleSubject({ id: idOf(row), number: '' }),
  run: jobPerRow({ load, work }),
  onFailure: async (context, tables, { row, willRetry }) => {
    const [seen] = await tables.sales.findMany(context.storeHash, [idOf(row)]);
    if (seen !== undefined && !willRetry) await tables.sales.save(context.storeHash, { ...seen, state: 'needs-you' }, context.now());
  },
};
