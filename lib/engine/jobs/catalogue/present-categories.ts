import type { CategoryId } from '../../../domain/ids';
import { rebasedCategories } from '../../../domain/rules/catalogue/category-moves';
import type { JobContext } from '../job';
import { type ProductWork, storeOf } from './product-work';

type Update = ProductWork<'update'>;

/**
 * BigCommerce overwrites the whole list, and what we know of it may be an hour old: it is read just before such a write,
 * with one call for all, so that what people added or took away since stays so.
 */
export const withPresentCategories = async (context: JobContext, group: readonly Update[]): Promise<Update[]> => {
  const ids = group.flatMap(({ step }) => (step.change?.categories === undefined ? [] : [step.productId]));
  if (ids.length === 0) return [...group];
  const present = new Map((await context.bigcommerce.catalogue.listByIds(ids)).map(({ id, categories }) => [id, categories]));
  return group.map((work) => rebased(work, present.get(work.step.productId)));
};

const rebased = (work: Update, present: CategoryId[] | undefined): Update => {
  const { step, facts } = work;
  const written = step.change?.categories;
  if (step.change === null || written === undefined || present === undefined) return work;
  const before = storeOf(work).categories;
  const categories = rebasedCategories(written, { before, present });
  // One that we are about to add and that is there already is what a write without an answer left: it is ours.
  const others = present.filter((id) => before.includes(id) || !written.includes(id));
  const candidates = facts.candidates.map((store) => (store.id === step.productId ? { ...store, categories: others } : store));
  return { ...work, facts: { ...facts, candidates }, step: { ...step, change: { ...step.change, categories } } };
};
