import type { FieldChange, ProductPlan } from '../../product-plan';
import { problem } from '../../problems';
import type { VariantRemoval } from './variant-removals';

const SHOWN_NAMES = 5;

const namesOf = (removals: readonly VariantRemoval[]): string => {
  const names = removals.map(({ variant: { id, sku, values } }) => sku || values.map(({ label }) => label).join(' / ') || String(id));
  const more = names.length - SHOWN_NAMES;
  return `${names.slice(0, SHOWN_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const shownRemoval = ({ variant, how }: VariantRemoval): FieldChange => ({
  field: 'visibility',
  sku: variant.sku,
  before: variant.isPurchasable ? 'for sale' : 'not for sale',
  after: how === 'delete' ? 'deleted' : 'not for sale',
});

/** What happens to single variants, as a person reads it beside the rest. What waits for a person holds up none of the product's own changes. */
export const planWithRemovals = (plan: ProductPlan, product: string, removals: readonly VariantRemoval[]): ProductPlan => {
  if (removals.length === 0) return plan;
  const waiting = removals.filter(({ how }) => how === 'ask');
  const changes = [...plan.changes, ...removals.filter(({ how }) => how !== 'ask').map(shownRemoval)];
  if (plan.problem !== null || waiting.length === 0) return { ...plan, standing: plan.standing === 'unchanged' ? 'update' : plan.standing, changes };
  return { ...plan, standing: 'removed', problem: problem('variants-gone-from-hike', { product, variants: namesOf(waiting) }), changes };
};
