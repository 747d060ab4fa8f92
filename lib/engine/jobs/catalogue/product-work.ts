import type { ProductPlan } from '../../../domain/product-plan';
import type { PlanFacts } from '../../../domain/rules/catalogue/product-plan-of';
import type { Step } from '../../../domain/rules/catalogue/step-of-plan';
import type { VariantRemoval } from '../../../domain/rules/catalogue/variant-removals';
import type { StoreProduct } from '../../../domain/store-product';
import type { DirtyRow, SeenHikeProduct } from '../../ports/tables';

interface Planned<Next extends Step> {
  row: DirtyRow;
  seen: SeenHikeProduct;
  facts: PlanFacts;
  plan: ProductPlan;
  step: Next;
  removals: VariantRemoval[];
}

/** One product that is to be brought in step. */
export type ProductWork<Kind extends Step['kind'] = Step['kind']> = Planned<Extract<Step, { kind: Kind }>>;

export const isOf = <Kind extends Step['kind']>(...kinds: readonly Kind[]) => (work: ProductWork): work is ProductWork<Kind> => (kinds as readonly string[]).includes(work.step.kind);

/** The BigCommerce product that the step is about, as we know it. */
export const storeOf = ({ facts, step }: ProductWork<'update' | 'link' | 'remove'>): StoreProduct => {
  const store = facts.candidates.find(({ id }) => id === step.productId);
  if (store === undefined) throw new Error(`product ${step.productId} is planned and not known`);
  return store;
};

export const IN_STEP: ProductPlan = { standing: 'unchanged', changes: [], problem: null, candidates: [], goesToZero: [], levels: [], calls: 0, priceMove: null };
