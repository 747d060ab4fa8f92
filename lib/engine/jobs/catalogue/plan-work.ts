import { z } from 'zod';
import { HikeProductId } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { CatalogueContext } from '../../../domain/rules/catalogue/catalogue-context';
import { isMassChange, MOST_REMOVALS } from '../../../domain/rules/catalogue/mass-change';
import { planProduct } from '../../../domain/rules/catalogue/product-plan-of';
import type { DirtyRow, ReadingTables, Tables } from '../../ports/tables';
import type { Failure, JobContext } from '../job';
import { doubtVariants } from './doubt-variants';
import { createCategories } from './known-categories';
import { pairsOf } from './compare-products';
import { catalogueContext, openPlanShelf } from './load-plans';
import type { ProductWork } from './product-work';

interface PlannedWork {
  works: ProductWork[];
  failures: Failure[];
  /** Of products that nobody knows any more. */
  strays: DirtyRow[];
}

/** Plans all rows; categories that are missing are made first, and too many removals at once wait. */
export const planWork = async (context: JobContext, rows: readonly DirtyRow[]): Promise<PlannedWork> => {
  const shelf = await openPlanShelf(context, rows.map(({ id }) => HikeProductId.parse(Number(id))), { withStock: false });
  await doubtVariants(context, shelf.doubted);
  const planned: PlannedWork = { works: [], failures: [], strays: [] };
  const rules = await catalogueContext(context);
  for (const row of rows) {
    const seen = shelf.seen.get(Number(row.id) as HikeProductId);
    if (seen === undefined) planned.strays.push(row);
    else {
      try {
        const facts = shelf.factsOf(seen);
        const work = { row, seen, facts, ...planProduct(seen.product, facts, rules) };
        pairsOf(shelf, seen.product.id, work.step);
        planned.works.push(work);
      } catch (error) {
        planned.failures.push({ row, error });
      }
    }
  }
  await withCategories(context, planned);
  await holdRemovals(context, planned, rules);
  return planned;
};

const missingOf = ({ step }: ProductWork): string[] => (step.kind === 'create' || step.kind === 'update' ? step.missingCategories : []);

const withCategories = async (context: JobContext, planned: PlannedWork): Promise<void> => {
  const lacking = planned.works.filter((work) => missingOf(work).length > 0);
  if (lacking.length === 0) return;
  try {
    await createCategories(context, lacking.flatMap(missingOf));
    const rules = await catalogueContext(context);
    replan(planned, lacking, (work) => ({ ...work, ...planProduct(work.seen.product, work.facts, rules) }));
  } catch (error) {
    planned.works = planned.works.filter((work) => !lacking.includes(work));
    planned.failures.push(...lacking.map(({ row }) => ({ row, error })));
  }
};

const replan = (planned: PlannedWork, some: readonly ProductWork[], change: (work: ProductWork) => ProductWork): void => {
  planned.works = planned.works.map((work) => (some.includes(work) ? change(work) : work));
};

const HOUR_MS = 60 * 60_000;
const CURSOR = 'removals';
const Removals = z.object({ since: Instant, count: z.int() });

/** Removals of the last hour that no person decided. */
const recentRemovals = async ({ storeHash, now }: JobContext, tables: ReadingTables): Promise<z.infer<typeof Removals>> => {
  const known = Removals.nullable().parse(await tables.cursors.find(storeHash, CURSOR));
  return known === null || known.since < instantPlus(now(), -HOUR_MS) ? { since: now(), count: 0 } : known;
};

export const countRemovals = async (context: JobContext, tables: Tables, count: number): Promise<void> => {
  const recent = await recentRemovals(context, tables);
  await tables.cursors.save(context.storeHash, CURSOR, { ...recent, count: recent.count + count });
};

/** Products and single variants that go by the setting alone. */
const ownRemovals = ({ step, seen, facts, removals }: ProductWork): number => {
  if (step.kind === 'remove') return seen.removal === null ? 1 : 0;
  return removals.filter(({ variant, how }) => how !== 'ask' && (facts.goneVariants.get(variant.id) ?? null) === null).length;
};

/** Many at once look like a wrong tick in Hike: then a person decides, whatever the setting. */
const holdRemovals = async (context: JobContext, planned: PlannedWork, rules: CatalogueContext): Promise<void> => {
  const own = planned.works.filter((work) => ownRemovals(work) > 0);
  if (own.length === 0) return;
  const { count } = await recentRemovals(context, context.database.tables);
  if (!isMassChange(own.reduce((sum, work) => sum + ownRemovals(work), count), MOST_REMOVALS)) return;
  replan(planned, own, (work) => {
    const facts = { ...work.facts, removalsWait: true };
    return { ...work, facts, ...planProduct(work.seen.product, facts, rules) };
  });
};
