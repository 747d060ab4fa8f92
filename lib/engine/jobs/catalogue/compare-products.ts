import { HikeProductId } from '../../../domain/ids';
import type { ProductPlan } from '../../../domain/product-plan';
import type { Step } from '../../../domain/rules/catalogue/step-of-plan';
import type { DirtyRow } from '../../ports/tables';
import type { Failure, Job, JobContext } from '../job';
import { doubtVariants } from './doubt-variants';
import { endStageWhenDone } from './end-stage';
import { comparesStock } from './holds';
import { linkPairs, type Pair } from './links-of-pairs';
import { catalogueContext, openPlanShelf, type PlanShelf } from './load-plans';
import { EVERYTHING } from './mark-everything';
import { planWithModifiers } from './plan-with-modifiers';
import { productSubject } from './product-subject';
import { readRun } from './run-cursor';
import { spreadEverything } from './spread-everything';

const run = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Failure[]> => {
  const everything = rows.find(({ id }) => id === EVERYTHING);
  if (everything !== undefined) await spreadEverything(context, everything);
  const single = rows.filter(({ id }) => id !== EVERYTHING);
  return single.length === 0 ? [] : compare(context, single);
};

interface Compared {
  row: DirtyRow;
  id: HikeProductId;
  plan: ProductPlan;
  pairs: Pair[];
}

const compare = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Failure[]> => {
  const { hold } = await readRun(context.database.tables, context.storeHash);
  const ids = rows.map(({ id }) => HikeProductId.parse(Number(id)));
  const shelf = await openPlanShelf(context, ids, { withStock: comparesStock(context.settings, hold) });
  await doubtVariants(context, shelf.doubted);
  const rules = await catalogueContext(context);
  const compared: Compared[] = [];
  const failures: Failure[] = [];
  for (const row of rows) {
    const seen = shelf.seen.get(Number(row.id) as HikeProductId);
    if (seen === undefined) continue;
    try {
      const facts = shelf.factsOf(seen);
      const { plan, step } = await planWithModifiers(context, seen.product, { facts, rules });
      compared.push({ row, id: seen.product.id, plan: { ...plan, isUntold: isNewProblem(plan, seen.plan) }, pairs: pairsOf(shelf, seen.product.id, step) });
    } catch (error) {
      failures.push({ row, error });
    }
  }
  const failed = new Set(failures.map(({ row }) => row));
  await context.record('products-compared', async (tables) => {
    await tables.hikeProducts.savePlans(context.storeHash, compared.map(({ id, plan }) => ({ id, plan })));
    await linkPairs(tables, context.storeHash, { pairs: compared.flatMap(({ pairs }) => pairs), now: context.now() });
    await tables.dirty.settleMany(context.storeHash, rows.filter((row) => !failed.has(row)));
    await endStageWhenDone(context, tables);
  });
  return failures;
};

/** To be told when the product's turn to be written comes: until then somebody may take the new settings back. */
const isNewProblem = ({ problem }: ProductPlan, before: ProductPlan | null): boolean =>
  problem !== null && (before === null || before.isUntold === true || before.problem?.code !== problem.code);

/** A link is ours alone, so it is kept before "Start" already: the match desk shows it, and a person may undo it. */
export const pairsOf = (shelf: PlanShelf, hikeId: HikeProductId, step: Step): Pair[] => {
  const seen = shelf.seen.get(hikeId);
  if (seen === undefined || (step.kind !== 'link' && step.kind !== 'update')) return [];
  const { productId, variants } = step.newLinks;
  if (productId === null && variants.length === 0) return [];
  const store = shelf.factsOf(seen).candidates.find(({ id }) => id === step.productId);
  if (store === undefined) return [];
  shelf.take(store.id, hikeId);
  return [{ product: seen.product, store, variants }];
};

/** Plans what the sync would do, from what was read and without writing to BigCommerce: the dry run. */
export const compareProducts: Job = {
  batch: 200,
  needs: ['bigcommerce'],
  isUpkeep: false,
  subject: productSubject,
  run,
};
