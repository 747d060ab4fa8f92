import type { HikeProduct } from '../../../domain/hike-product';
import { problem } from '../../../domain/problems';
import type { CatalogueContext } from '../../../domain/rules/catalogue/catalogue-context';
import { type PlanFacts, planProduct } from '../../../domain/rules/catalogue/product-plan-of';
import type { JobContext } from '../job';
import { refused } from './record-product';

/**
 * As the sync will find it: lists do not tell of modifiers, which keep BigCommerce from taking new variants, so a product
 * that lacks some is asked for them by itself.
 */
export const planWithModifiers = async (
  { bigcommerce }: JobContext,
  product: HikeProduct,
  { facts, rules }: { facts: PlanFacts; rules: CatalogueContext },
): Promise<ReturnType<typeof planProduct>> => {
  const planned = planProduct(product, facts, rules);
  const { step } = planned;
  if (step.kind !== 'update' || step.missingVariants.length === 0 || !(await bigcommerce.catalogue.hasModifiers(step.productId))) return planned;
  return { ...planned, plan: refused(planned.plan, problem('product-has-modifiers', { product: product.name })) };
};
