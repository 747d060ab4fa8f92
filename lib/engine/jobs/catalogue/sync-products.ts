import { HikeProductId } from '../../../domain/ids';
import { repeatable } from '../../ports/failures';
import type { DirtyRow, Tables } from '../../ports/tables';
import { type Failure, type Job, type JobContext, notReached } from '../job';
import { isReadyToSync } from '../ready';
import { markStock } from '../stock/mark-stock';
import { assignChannels } from './assign-channel';
import { createProducts } from './create-products';
import { endStageWhenDone } from './end-stage';
import { linkPairs } from './links-of-pairs';
import { planWork } from './plan-work';
import { productSubject } from './product-subject';
import { isOf, type ProductWork, storeOf } from './product-work';
import { recordQuiet, refused } from './record-product';
import { removeProducts } from './remove-products';
import { removeVariants } from './remove-variants';
import { updateProducts } from './update-products';
import { withinCalls } from './within-calls';

const run = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Failure[]> => {
  if (!isReadyToSync(context)) {
    // Saving the settings looks at every product again.
    await context.record('unready-products-settled', (tables) => tables.dirty.settleMany(context.storeHash, rows));
    return [];
  }
  const { works: planned, strays, failures } = await planWork(context, rows);
  const portion = withinCalls(planned, context.settings);
  const { works, failures: notTakenOff } = await removeVariants(context, portion.now);
  await recordLinked(context, works.filter(isOf('link')));
  await recordQuiet(context, works.filter(isOf('nothing', 'link')));
  const { made, failures: notCreated } = await createProducts(context, works.filter(isOf('create')));
  const notUpdated = await updateProducts(context, works.filter(isOf('update')));
  const notRemoved = await removeProducts(context, works.filter(isOf('remove')));
  const notAssigned = await failuresOf(made, async () => assignChannels(context, { waits: portion.later.length > 0 || (await isMoreDue(context, rows)) }));
  await context.record('products-batch-ended', async (tables) => {
    await endStrays(context, tables, strays);
    await tables.dirty.settleMany(context.storeHash, [...strays, ...(notAssigned.length === 0 ? made : [])]);
    await endStageWhenDone(context, tables);
  });
  return [...failures, ...notTakenOff, ...notCreated, ...notUpdated, ...notRemoved, ...notAssigned, ...notReached(portion.later.map(({ row }) => row))];
};

/** Whoever had such a product tried again waits for nothing any more. */
const endStrays = async ({ storeHash, now }: JobContext, { entries }: Tables, strays: readonly DirtyRow[]): Promise<void> => {
  const [first] = strays;
  if (first === undefined) return;
  const { thing, direction } = productSubject(first);
  await entries.close(storeHash, { thing, direction, recordIds: strays.map(({ id }) => id), results: ['waiting', 'retrying'] }, { at: now(), message: 'It is no longer in Hike.' });
};

/** As long as there are more rows, another run will come after this one. */
const isMoreDue = async ({ storeHash, database, now }: JobContext, rows: readonly DirtyRow[]): Promise<boolean> => {
  const [first] = rows;
  if (first === undefined) return false;
  const due = await database.tables.dirty.listDueOf(storeHash, first, { now: now(), limit: 2 * rows.length });
  const ours = new Set(rows.map(({ id }) => id));
  return due.some(({ id }) => !ours.has(id));
};

/** Assigning twice does no harm. */
const failuresOf = async (rows: readonly DirtyRow[], work: () => Promise<void>): Promise<Failure[]> => {
  try {
    await work();
    return [];
  } catch (error) {
    return rows.map((row) => ({ row, error: repeatable(error) }));
  }
};

const recordLinked = async (context: JobContext, works: readonly ProductWork<'link'>[]): Promise<void> => {
  if (works.length === 0) return;
  const pairs = works.map((work) => ({ product: work.seen.product, store: storeOf(work), variants: work.step.newLinks.variants }));
  await context.record('products-linked', async (tables) => {
    await linkPairs(tables, context.storeHash, { pairs, now: context.now() });
    await markStock(tables, context.storeHash, { hikeIds: pairs.flatMap(({ variants }) => variants.map(({ hikeId }) => hikeId)), now: context.now() });
  });
};

/** Brings Hike's products into BigCommerce: plans each from what is known, and writes only what differs. */
export const syncProducts: Job = {
  // Enough full calls of updates that the next are planned long before the quota of a large plan is used up.
  batch: 300,
  needs: ['bigcommerce'],
  isUpkeep: false,
  isPaused: ({ paused, catalogue }, { hold }) => paused.products || catalogue.startedAt === null || hold !== null,
  subject: productSubject,
  run,
  onFailure: async ({ storeHash }, tables, { row, willRetry, problem }) => {
    const [seen] = await tables.hikeProducts.findMany(storeHash, [HikeProductId.parse(Number(row.id))]);
    if (seen?.plan != null && !willRetry && problem !== undefined) await tables.hikeProducts.savePlans(storeHash, [{ id: seen.product.id, plan: refused(seen.plan, problem) }]);
  },
};
