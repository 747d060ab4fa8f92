import type { VariantId } from '../../../domain/ids';
import { type Problem, problem } from '../../../domain/problems';
import { skuKey } from '../../../domain/rules/sku-key';
import type { VariantDraft } from '../../../domain/store-product';
import type { JobContext } from '../job';
import type { ProductWork } from './product-work';

interface Added {
  added: { id: VariantId; draft: VariantDraft }[];
  problem: Problem | null;
}

/** Adds what Hike has and BigCommerce lacks, until one is refused. */
export const addVariants = async (context: JobContext, { seen, step }: ProductWork<'update'>): Promise<Added> => {
  const done: Added = { added: [], problem: null };
  if (step.missingVariants.length === 0) return done;
  const { catalogue } = context.bigcommerce;
  if (await catalogue.hasModifiers(step.productId)) return { ...done, problem: problem('product-has-modifiers', { product: seen.product.name }) };
  for (const draft of step.missingVariants) {
    const answer = await catalogue.addVariant(draft);
    const id = answer.kind === 'created' ? answer.id : await findAdded(context, draft);
    if (id === null) return { ...done, problem: answer.kind === 'refused' ? answer.problem : null };
    done.added.push({ id, draft });
  }
  return done;
};

/** One that is refused may be there already: added by a call whose answer was lost. */
const findAdded = async (context: JobContext, draft: VariantDraft): Promise<VariantId | null> => {
  const [store] = await context.bigcommerce.catalogue.listByIds([draft.productId]);
  return store?.variants.find(({ sku }) => skuKey(sku) === skuKey(draft.sku))?.id ?? null;
};
