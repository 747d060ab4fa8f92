import type { ProductId, VariantId } from '../../../domain/ids';
import type { Problem } from '../../../domain/problems';
import type { CatalogueContext } from '../../../domain/rules/catalogue/catalogue-context';
import { planProduct } from '../../../domain/rules/catalogue/product-plan-of';
import type { VariantRemoval } from '../../../domain/rules/catalogue/variant-removals';
import type { StoreProduct } from '../../../domain/store-product';
import type { MemberOutcome } from '../../ports/bigcommerce';
import { repeatable } from '../../ports/failures';
import type { Failure, JobContext } from '../job';
import { emptyLevels } from './empty-levels';
import { catalogueContext } from './load-plans';
import type { ProductWork } from './product-work';
import { recordRefused } from './record-product';
import { recordVariantsRemoved } from './record-variants-removed';

interface Removed {
  /** As they are to go on, planned anew. */
  works: ProductWork[];
  failures: Failure[];
}

/** Takes off sale, or deletes, what is left in BigCommerce of variants that are gone from Hike products that live. */
export const removeVariants = async (context: JobContext, works: readonly ProductWork[]): Promise<Removed> => {
  const done: Removed = { works: [], failures: [] };
  for (const work of works) {
    try {
      const next = isDue(work) ? await removeFrom(context, work) : work;
      if (next !== null) done.works.push(next);
    } catch (error) {
      // Taking off sale and deleting twice does no harm.
      done.failures.push({ row: work.row, error: repeatable(error) });
    }
  }
  return done;
};

const isDue = ({ removals }: ProductWork): boolean => removals.some(({ how }) => how !== 'ask');

const removeFrom = async (context: JobContext, work: ProductWork): Promise<ProductWork | null> => {
  const rules = await catalogueContext(context);
  const store = await currentOf(context, work);
  if (store === undefined) {
    await recordVariantsRemoved(context, work, { store: null, hidden: [], gone: [], emptied: [], isInDoubt: true });
    return { ...work, removals: [] };
  }
  const current = withStore(work, store, rules);
  const hidden = await hide(context, store.id, idsOf(current, 'hide'));
  const emptied = await emptyLevels(context, store, hidden.done);
  const deleted = await deleteAll(context, store.id, idsOf(current, 'delete'));
  const there = new Set(store.variants.map(({ id }) => id));
  const gone = new Set([...work.removals.map(({ variant }) => variant.id).filter((id) => !there.has(id)), ...hidden.gone, ...deleted.done, ...deleted.gone]);
  const after = storeAfter(store, { hidden: new Set(hidden.done), gone });
  await recordVariantsRemoved(context, work, { store: after, hidden: hidden.done, gone: [...gone], emptied, isInDoubt: hidden.gone.length + deleted.gone.length > 0 });
  const [problem] = [...hidden.problems, ...deleted.problems];
  if (problem !== undefined) {
    await recordRefused(context, work, problem);
    return null;
  }
  return withStore(work, after, rules);
};

const idsOf = ({ removals }: ProductWork, how: VariantRemoval['how']): VariantId[] => removals.filter((removal) => removal.how === how).map(({ variant }) => variant.id);

/** Before anything is deleted it is read anew: a product whose other variants went meanwhile would lose its last. */
const currentOf = async ({ bigcommerce }: JobContext, { facts, removals }: ProductWork): Promise<StoreProduct | undefined> => {
  const known = facts.candidates.find(({ id }) => id === facts.link);
  if (known === undefined || removals.every(({ how }) => how !== 'delete')) return known;
  return (await bigcommerce.catalogue.listByIds([known.id]))[0];
};

const withStore = (work: ProductWork, store: StoreProduct, rules: CatalogueContext): ProductWork => {
  const facts = { ...work.facts, candidates: work.facts.candidates.map((one) => (one.id === store.id ? store : one)) };
  return { ...work, facts, ...planProduct(work.seen.product, facts, rules) };
};

interface Outcomes {
  done: VariantId[];
  gone: VariantId[];
  problems: Problem[];
}

const sorted = (outcomes: Iterable<[VariantId, MemberOutcome]>): Outcomes => {
  const all: Outcomes = { done: [], gone: [], problems: [] };
  for (const [id, outcome] of outcomes) {
    if (outcome.kind === 'refused') all.problems.push(outcome.problem);
    else all[outcome.kind].push(id);
  }
  return all;
};

const VARIANTS_PER_CALL = 50;

const hide = async (context: JobContext, productId: ProductId, ids: readonly VariantId[]): Promise<Outcomes> => {
  const outcomes: [VariantId, MemberOutcome][] = [];
  for (let from = 0; from < ids.length; from += VARIANTS_PER_CALL) {
    const changes = ids.slice(from, from + VARIANTS_PER_CALL).map((id) => ({ id, productId, isPurchasable: false }));
    outcomes.push(...(await context.bigcommerce.catalogue.updateVariants(changes)));
  }
  return sorted(outcomes);
};

const deleteAll = async (context: JobContext, productId: ProductId, ids: readonly VariantId[]): Promise<Outcomes> => {
  const outcomes: [VariantId, MemberOutcome][] = [];
  for (const id of ids) outcomes.push([id, await context.bigcommerce.catalogue.deleteVariant(productId, id)]);
  return sorted(outcomes);
};

const storeAfter = (store: StoreProduct, { hidden, gone }: { hidden: ReadonlySet<VariantId>; gone: ReadonlySet<VariantId> }): StoreProduct => ({
  ...store,
  variants: store.variants.filter(({ id }) => !gone.has(id)).map((variant) => (hidden.has(variant.id) ? { ...variant, isPurchasable: false } : variant)),
});
