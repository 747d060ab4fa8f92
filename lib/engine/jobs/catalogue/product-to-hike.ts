import { type HikeProductId, ProductId } from '../../../domain/ids';
import { isProblem, problem, type Problem } from '../../../domain/problems';
import { hikeProductDraftFromStoreProduct } from '../../../domain/rules/catalogue/hike-draft-from-store-product';
import { matchVariants } from '../../../domain/rules/catalogue/match-variants';
import type { StoreProduct } from '../../../domain/store-product';
import { RefusedByVendor, TransientFailure } from '../../ports/failures';
import type { HikeProductDraft } from '../../../domain/hike-product';
import type { DirtyRow, Tables } from '../../ports/tables';
import { createOnce, endIntent } from '../create-once';
import { entryOf, refusalOf } from '../entry-of';
import { type Job, type JobContext, jobPerRow, type Subject } from '../job';
import { hikeDraftContext } from './hike-draft-context';
import { linkPairs } from './links-of-pairs';
import { readRun } from './run-cursor';
import { takeInHikeProducts } from './take-in-hike-products';
import { keepWritten } from './written-marks';

const subjectOf = (row: DirtyRow, name: string | null = null, hikeId: HikeProductId | null = null): Subject => ({
  thing: 'product',
  direction: 'bigcommerce-to-hike',
  label: name ?? `Product ${row.id}`,
  bigcommerceId: row.id,
  hikeId: hikeId === null ? null : String(hikeId),
});

const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { storeHash, database: { tables } } = context;
  const [seen] = await tables.storeProducts.findMany(storeHash, [ProductId.parse(Number(row.id))]);
  const [link] = await tables.links.findByBigCommerce(storeHash, 'product', [row.id]);
  if (seen === undefined || seen.goneAt !== null || link !== undefined) return context.record('stray-product-to-hike-settled', (inside) => inside.dirty.settle(storeHash, row));
  const draft = hikeProductDraftFromStoreProduct(seen.product, await hikeDraftContext(context, [seen.product]));
  if (isProblem(draft)) return recordRefused(context, { row, store: seen.product, reason: draft });
  try {
    const reference = referenceOf(draft);
    const outcome = await createOnce<HikeProductId>(context, {
      kind: 'hike-product',
      key: row.id,
      reference,
      create: async () => context.hike.products.create({ ...draft, imageUrls: (await context.bigcommerce.catalogue.listImages(seen.product.id)).flatMap(({ url }) => url ?? []) }),
      lookUp: async () => (await context.hike.products.listBySku(reference)).map(({ id }) => id).sort((a, b) => a - b)[0] ?? null,
    });
    if (outcome.kind === 'checking') {
      return await context.record('product-to-hike-checking', async (inside) => {
        await inside.dirty.postpone(storeHash, row, outcome.nextLook);
        const checking = { result: 'checking', message: 'Hike’s answer was lost; we look whether the product is there before anything is repeated.', nextTryAt: outcome.nextLook } as const;
        await inside.entries.record(storeHash, entryOf(context, { row, subject: subjectOf(row, seen.product.name), outcome: checking }));
      });
    }
    await recordSent(context, { row, store: seen.product, reference, hikeId: outcome.remote });
  } catch (error) {
    if (!(error instanceof RefusedByVendor) || error.side !== 'hike') throw error;
    await recordRefused(context, { row, store: seen.product, reason: problem('refused-by-hike', { message: error.reason }) });
  }
};

const referenceOf = ({ sku, variants, name }: Pick<HikeProductDraft, 'sku' | 'variants' | 'name'>): string => [sku, ...variants.map((variant) => variant.sku)].find((one) => one.trim() !== '') ?? name;

const recordRefused = (context: JobContext, { row, store, reason }: { row: DirtyRow; store: StoreProduct; reason: Problem }): Promise<void> =>
  context.record('product-to-hike-refused', async (tables) => {
    await tables.dirty.settle(context.storeHash, row);
    await tables.entries.record(context.storeHash, entryOf(context, { row, subject: subjectOf(row, store.name), outcome: refusalOf(reason) }));
  });

const recordSent = async (
  context: JobContext,
  { row, store, reference, hikeId: made }: { row: DirtyRow; store: StoreProduct; reference: string; hikeId: HikeProductId },
): Promise<void> => {
  const product = await context.hike.products.find(made);
  if (product === null) throw new TransientFailure('Hike does not show the new product yet');
  // A look by SKU finds a variant, which has a number of its own.
  const hikeId = product.id;
  await context.record('product-sent-to-hike', async (tables: Tables) => {
    const { storeHash, now } = context;
    await endIntent(context, tables, { kind: 'hike-product', key: row.id, reference, remoteId: String(hikeId) });
    const run = await readRun(tables, storeHash);
    await linkPairs(tables, storeHash, { pairs: [{ product, store, variants: matchVariants(product, store, new Map()).variants, origin: 'bigcommerce' }], now: now() });
    await takeInHikeProducts(context, tables, { products: [product], sweep: run.hike.sweep, isFull: false });
    // They are BigCommerce's own: to bring them back would show them twice.
    const [sent] = await tables.hikeProducts.findMany(storeHash, [hikeId]);
    if (sent !== undefined) await keepWritten(context, tables, [{ seen: sent, images: 'in-step' }]);
    await tables.dirty.settle(storeHash, row);
    const outcome = { result: 'done', message: `Created in Hike as product ${hikeId}.` } as const;
    await tables.entries.record(storeHash, entryOf(context, { row, subject: subjectOf(row, store.name, hikeId), outcome }));
  });
};

/** Creates in Hike what only BigCommerce has, because a person asked for it. Stock is counted in Hike. */
export const productToHike: Job = {
  batch: 20,
  needs: ['hike', 'bigcommerce'],
  isUpkeep: false,
  isPaused: ({ paused }) => paused.products,
  subject: (row) => subjectOf(row),
  run: jobPerRow({ load: async () => undefined, work }),
};
