import type { ProductPlan } from '../../../domain/product-plan';
import { planProduct } from '../../../domain/rules/catalogue/product-plan-of';
import { repeatable } from '../../ports/failures';
import type { Tables } from '../../ports/tables';
import { refusalOf } from '../entry-of';
import type { Failure, JobContext } from '../job';
import { catalogueContext } from './load-plans';
import { loseStoreProducts } from './lose-store-products';
import { countRemovals } from './plan-work';
import { type ProductWork, storeOf } from './product-work';
import { refused, settleWork } from './record-product';
import { unlinkProducts } from './unlink-products';
import { keepWritten } from './written-marks';

type Removal = ProductWork<'remove'>;

const HIDES_PER_CALL = 10;
const DELETES_PER_CALL = 250;

/** Hides or deletes in BigCommerce what is gone from Hike. */
export const removeProducts = async (context: JobContext, works: readonly Removal[]): Promise<Failure[]> => [
  ...(await inChunks(works.filter(({ step }) => step.how === 'hide'), HIDES_PER_CALL, (some) => hide(context, some))),
  ...(await inChunks(works.filter(({ step }) => step.how === 'delete'), DELETES_PER_CALL, (some) => remove(context, some))),
];

const inChunks = async (works: readonly Removal[], size: number, work: (some: readonly Removal[]) => Promise<void>): Promise<Failure[]> => {
  const failures: Failure[] = [];
  for (let from = 0; from < works.length; from += size) {
    const some = works.slice(from, from + size);
    try {
      await work(some);
    } catch (error) {
      // Hiding and deleting twice does no harm.
      failures.push(...some.map(({ row }) => ({ row, error: repeatable(error) })));
    }
  }
  return failures;
};

const hide = async (context: JobContext, works: readonly Removal[]): Promise<void> => {
  const outcomes = await context.bigcommerce.catalogue.update(works.map(({ step }) => ({ id: step.productId, isVisible: false })));
  const rules = await catalogueContext(context);
  await context.record('products-hidden', async (tables) => {
    await countOwn(context, tables, works);
    for (const work of works) {
      const outcome = outcomes.get(work.step.productId);
      if (outcome?.kind === 'refused') {
        await settleWork(context, tables, { work, plan: refused(work.plan, outcome.problem), entry: { outcome: refusalOf(outcome.problem) } });
      } else if (outcome?.kind === 'gone') {
        await loseStoreProducts(context, tables, [work.step.productId]);
        await tables.dirty.settle(context.storeHash, work.row);
      } else {
        const store = { ...storeOf(work), isVisible: false, modifiedAt: context.now() };
        const [known] = await tables.storeProducts.findMany(context.storeHash, [store.id]);
        if (known !== undefined) await tables.storeProducts.saveMany(context.storeHash, [{ ...known, product: store }]);
        await keepWritten(context, tables, [{ seen: work.seen, hidden: true }]);
        if (work.seen.removal !== null) await endDecision(context, tables, work);
        const { plan } = planProduct(work.seen.product, { ...work.facts, candidates: [store] }, rules);
        await settleRemoved(context, tables, { work, plan, message: 'Hidden in BigCommerce, for it is no longer sold online in Hike.' });
      }
    }
  });
};

const remove = async (context: JobContext, works: readonly Removal[]): Promise<void> => {
  await context.bigcommerce.catalogue.delete(works.map(({ step }) => step.productId));
  const rules = await catalogueContext(context);
  await context.record('products-deleted', async (tables) => {
    await countOwn(context, tables, works);
    await unlinkProducts(tables, context.storeHash, { hikeIds: works.map(({ seen }) => seen.product.id) });
    await tables.storeProducts.delete(context.storeHash, works.map(({ step }) => step.productId));
    for (const work of works) {
      const facts = { ...work.facts, link: null, variantLinks: new Map(), candidates: [] };
      const { plan } = planProduct(work.seen.product, facts, rules);
      await settleRemoved(context, tables, { work, plan, message: 'Deleted in BigCommerce, for it is gone from Hike.' });
    }
  });
};

/** Done once: shown again by hand in BigCommerce, it stays shown. */
const endDecision = async ({ storeHash }: JobContext, tables: Tables, { seen: { product } }: Removal): Promise<void> => {
  const seen = await tables.hikeProducts.findMany(storeHash, [product.id]);
  await tables.hikeProducts.saveMany(storeHash, seen.map((one) => ({ ...one, removal: 'keep' })));
};

const countOwn = (context: JobContext, tables: Tables, works: readonly Removal[]): Promise<void> =>
  countRemovals(context, tables, works.filter(({ seen }) => seen.removal === null).length);

const settleRemoved = (context: JobContext, tables: Tables, { work, plan, message }: { work: Removal; plan: ProductPlan; message: string }): Promise<void> =>
  settleWork(context, tables, { work, plan, entry: { outcome: { result: 'done', message }, productId: work.step.productId } });
