import type { HikeProduct } from '../../../domain/hike-product';
import type { SaleId } from '../../../domain/ids';
import { moneyFromDecimal, type Money } from '../../../domain/money';
import type { Order } from '../../../domain/order';
import { importTerms } from '../../../domain/rules/reconciliation/import-terms';
import { orderIdFromSaleReference, saleReference } from '../../../domain/rules/sale-reference';
import { saleTotals } from '../../../domain/rules/sale-totals';
import type { Sale, SaleDraft, SaleStatus } from '../../../domain/sale';
import { RefusedByVendor } from '../../ports/failures';
import { problem } from '../../../domain/problems';
import type { DirtyRow, Link } from '../../ports/tables';
import { PRIORITY } from '../../priorities';
import { findHikeProduct } from '../catalogue/find-hike-product';
import { type Created, type CreateOnce, createOnce, endIntent, findCreated } from '../create-once';
import { entryOf, refusalOf } from '../entry-of';
import type { JobContext } from '../job';
import { noteImport } from '../stock/note-import';
import { summaryOf } from '../summary-of-order';
import { importSubject } from './import-subject';
import { recordChecking } from './record-checking';
import { FAR, NEAR, type Reach, type SaleLookUps } from './sale-look-ups';

interface Import {
  row: DirtyRow;
  order: Order;
  lookUps: SaleLookUps;
}

interface WantedImport extends Import {
  draft: SaleDraft;
  notes: string[];
}

interface MadeSale {
  id: SaleId;
  number: string;
  status: SaleStatus;
  /** As Hike tells it, when it was made earlier: then perhaps of the order as it was before. */
  found: Sale | null;
}

const onceOf = (context: JobContext, wanted: Import): Omit<CreateOnce<MadeSale>, 'create'> => ({
  kind: 'sale',
  key: wanted.row.id,
  reference: saleReference(wanted.order.id),
  knownSince: wanted.order.createdAt,
  lookUp: ({ last }) => findSale(context, wanted, last ? FAR : NEAR),
});

export const createSale = async (context: JobContext, wanted: WantedImport): Promise<void> => {
  const create = async (): Promise<MadeSale> => ({ ...(await context.hike.sales.create(wanted.draft)), status: wanted.draft.status, found: null });
  try {
    await recordOutcome(context, wanted, await createOnce(context, { ...onceOf(context, wanted), create }));
  } catch (error) {
    if (!(error instanceof RefusedByVendor)) throw error;
    await recordRefused(context, wanted, error);
  }
};

/**
 * An order that can no longer be imported, as one that was cancelled, may have been sent to Hike before, without an
 * answer. Whether there was anything to look for, or still is.
 */
export const settleSent = async (context: JobContext, wanted: Import): Promise<boolean> => {
  const outcome = await findCreated(context, onceOf(context, wanted));
  if (outcome !== null) await recordOutcome(context, { ...wanted, draft: null, notes: [] }, outcome);
  return outcome !== null;
};

type Recorded = Import & Pick<WantedImport, 'notes'> & { draft: SaleDraft | null };

const recordOutcome = async (context: JobContext, wanted: Recorded, outcome: Created<MadeSale>): Promise<void> => {
  if (outcome.kind === 'checking') await recordChecking(context, { ...wanted, thing: 'sale' }, outcome.nextLook);
  else await recordImported(context, { ...wanted, told: await goodsOf(context, outcome.remote) }, outcome.remote);
};

/** Of a sale that was made earlier Hike's counts may or may not have been read since: they are read anew. */
const goodsOf = async (context: JobContext, { found }: MadeSale): Promise<HikeProduct[]> => {
  if (found === null) return [];
  const sold = [...new Set(found.lines.flatMap(({ productId }) => productId ?? []))];
  const told: HikeProduct[] = [];
  for (const { product } of await context.database.tables.hikeProducts.findByVariants(context.storeHash, sold)) {
    const now = await findHikeProduct(context, product.id);
    if (now !== null && now !== 'not-understood') told.push(now);
  }
  return told;
};

const findSale = async (context: JobContext, { order, lookUps }: Import, reach: Reach): Promise<MadeSale | null> => {
  const sales = await lookUps.around(order.createdAt, reach);
  const ours = sales.filter((sale) => sale.originalSaleId === null && orderIdFromSaleReference(sale, context.storeHash) === order.id);
  const [first] = ours.sort((a, b) => a.id - b.id);
  return first === undefined ? null : { id: first.id, number: first.number, status: first.status, found: first };
};

/** What is remembered of the order at its import; left out where the sale shows that it was another by then. */
const factsOf = ({ order, draft }: Pick<Recorded, 'order' | 'draft'>, { number, status, found }: MadeSale): Link['facts'] => {
  const sale = found ?? (draft && { totalTax: draftedTax(draft), payments: draft.payments });
  return { number, status, ...(status === draft?.status && { statusId: order.statusId }), ...(sale && importTerms(order, sale)) };
};

const draftedTax = (draft: SaleDraft): Money => moneyFromDecimal(saleTotals({ ...draft, shippingTax: draft.shippingTax.amount }).totalTax, draft.currency);

const recordImported = (context: JobContext, { row, order, draft, notes, told }: Recorded & { told: HikeProduct[] }, sale: MadeSale): Promise<void> =>
  context.record('order-imported', async (tables) => {
    const { storeHash } = context;
    await endIntent(context, tables, { kind: 'sale', key: row.id, reference: saleReference(order.id), remoteId: String(sale.id) });
    await tables.links.save(storeHash, { thing: 'order', bigcommerceId: row.id, hikeId: String(sale.id), origin: 'bigcommerce', facts: factsOf({ order, draft }, sale) }, context.now());
    await tables.orders.save(storeHash, { ...summaryOf(order), state: 'imported', problem: null, saleId: sale.id, saleNumber: sale.number });
    await noteImport(context, tables, { order, goods: sale.found === null && draft !== null ? { draft } : { told } });
    await tables.dirty.settle(storeHash, row);
    // What became of the order between the sale and this is still to be followed.
    if (sale.found !== null) await tables.dirty.mark(storeHash, { thing: 'order', id: row.id, priority: PRIORITY.order, notBefore: context.now(), trigger: 'follow-up' });
    const outcome = { result: 'done', message: [`Imported as sale ${sale.number}, ${sale.status.toLowerCase()}.`, ...notes].join(' ') } as const;
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
