import type { HikeProduct } from '../../../domain/hike-product';
import type { SaleId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import { orderIdFromSaleReference } from '../../../domain/rules/sale-reference';
import type { SaleDraft } from '../../../domain/sale';
import { RefusedByVendor } from '../../ports/failures';
import { problem } from '../../../domain/problems';
import type { DirtyRow } from '../../ports/tables';
import { findHikeProduct } from '../catalogue/find-hike-product';
import { createOnce, endIntent } from '../create-once';
import { entryOf, refusalOf } from '../entry-of';
import type { JobContext } from '../job';
import { noteImport } from '../stock/note-import';
import { summaryOf } from '../summary-of-order';
import { importSubject } from './import-subject';
import { recordChecking } from './record-checking';
import type { Reach, SaleLookUps } from './sale-look-ups';

interface Import {
  row: DirtyRow;
  order: Order;
  draft: SaleDraft;
  notes: string[];
  lookUps: SaleLookUps;
}

interface MadeSale {
  id: SaleId;
  number: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The sale carries the order's own date, so a narrow window finds it; the last look also allows for a date that Hike moved. */
const NEAR: Reach = { marginMs: MINUTE_MS, stepMs: 10 * MINUTE_MS };
const FAR: Reach = { marginMs: 24 * HOUR_MS, stepMs: 6 * HOUR_MS };

export const createSale = async (context: JobContext, wanted: Import): Promise<void> => {
  try {
    const outcome = await createOnce<MadeSale>(context, {
      kind: 'sale',
      key: String(wanted.order.id),
      reference: wanted.draft.reference,
      knownSince: wanted.order.createdAt,
      create: () => context.hike.sales.create(wanted.draft),
      lookUp: ({ last }) => findSale(context, wanted, last ? FAR : NEAR),
    });
    if (outcome.kind === 'checking') await recordChecking(context, { ...wanted, thing: 'sale' }, outcome.nextLook);
    else await recordImported(context, { ...wanted, told: outcome.kind === 'found' ? await goodsOf(context, wanted.draft) : null }, outcome.remote);
  } catch (error) {
    if (!(error instanceof RefusedByVendor)) throw error;
    await recordRefused(context, wanted, error);
  }
};

/** Of a sale that was made earlier Hike's counts may or may not have been read since: they are read anew. */
const goodsOf = async (context: JobContext, { lines }: SaleDraft): Promise<HikeProduct[]> => {
  const sold = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
  const told: HikeProduct[] = [];
  for (const { product } of await context.database.tables.hikeProducts.findByVariants(context.storeHash, sold)) {
    const now = await findHikeProduct(context, product.id);
    if (now !== null && now !== 'not-understood') told.push(now);
  }
  return told;
};

const findSale = async (context: JobContext, { draft, order, lookUps }: Import, reach: Reach): Promise<MadeSale | null> => {
  const sales = await lookUps.around(draft.transactionDate, reach);
  const ours = sales.filter((sale) => sale.originalSaleId === null && orderIdFromSaleReference(sale, context.storeHash) === order.id);
  const [first] = ours.sort((a, b) => a.id - b.id);
  return first === undefined ? null : { id: first.id, number: first.number };
};

const recordImported = (context: JobContext, { row, order, draft, notes, told }: Import & { told: HikeProduct[] | null }, sale: MadeSale): Promise<void> =>
  context.record('order-imported', async (tables) => {
    const { storeHash } = context;
    await endIntent(context, tables, { kind: 'sale', key: row.id, reference: draft.reference, remoteId: String(sale.id) });
    await tables.links.save(
      storeHash,
      { thing: 'order', bigcommerceId: row.id, hikeId: String(sale.id), origin: 'bigcommerce', facts: { number: sale.number, status: draft.status, statusId: order.statusId } },
      context.now(),
    );
    await tables.orders.save(storeHash, { ...summaryOf(order), state: 'imported', problem: null, saleId: sale.id, saleNumber: sale.number });
    await noteImport(context, tables, { order, draft, told });
    await tables.dirty.settle(storeHash, row);
    const outcome = { result: 'done', message: [`Imported as sale ${sale.number}, ${draft.status.toLowerCase()}.`, ...notes].join(' ') } as const;
    await tables.entries.record(storeHash, entryOf(context, { row, subject: importSubject(row, String(sale.id)), outcome }));
  });

const recordRefused = (context: JobContext, { row, order }: Import, error: RefusedByVendor): Promise<void> =>
  context.record('import-refused-by-hike', async (tables) => {
    const reason = problem('refused-by-hike', { message: error.reason });
    await tables.orders.save(context.storeHash, { ...summaryOf(order), state: 'needs-you', problem: reason, saleId: null, saleNumber: null });
    await tables.dirty.settle(context.storeHash, row);
    const outcome = { ...refusalOf(reason), detail: { status: error.status, reason: error.reason } };
    await tables.entries.record(context.storeHash, entryOf(context, { row, subject: importSubject(row), outcome }));
  });
