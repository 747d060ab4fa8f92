import type { Problem } from '../../../domain/problems';
import { skuKey } from '../../../domain/rules/sku-key';
import type { ProductDraft, StoreProduct } from '../../../domain/store-product';
import { RefusedByVendor } from '../../ports/failures';
import type { DirtyRow } from '../../ports/tables';
import { chunksOf } from '../chunks-of';
import { createAllOnce, type Created, type CreateOnce } from '../create-once';
import type { Failure, JobContext } from '../job';
import { completePictures, placeOf } from './complete-pictures';
import { inFlight } from './in-flight';
import { byAddress, needsFile, type Pictures, picturesOf } from './product-pictures';
import type { ProductWork } from './product-work';
import { completeVariantPictures, withImagesOfVariants, withVariantPictures } from './variant-pictures';
import { type CreatedProduct, recordChecking, recordCreated, recordRefused } from './record-product';

/** BigCommerce's no with its reason as a problem: nothing was created. */
class ProductRefused extends RefusedByVendor {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super({ side: 'bigcommerce', status: 422, reason: problem.code });
    this.problem = problem;
  }
}

/** Few enough that none waits long for the others' answers, enough that they share what is written about them. */
const PER_GROUP = 5;
/** Groups under way, so that a plan's quota is used up while an answer takes up to a second; the pacer keeps to the rate. */
const GROUPS_AT_ONCE = 4;

interface Outcome {
  /** Of those that are there now; still to be settled. */
  made: DirtyRow[];
  failures: Failure[];
}

type Create = ProductWork<'create'>;

/** Creates products with variants and pictures, each once, whatever becomes of the answer. */
export const createProducts = async (context: JobContext, works: readonly Create[]): Promise<Outcome> => {
  const all: Outcome = { made: [], failures: [] };
  const failed = await inFlight(
    chunksOf(works, PER_GROUP),
    async (group, close) => {
      const { made, failures } = await createGroup(context, group);
      all.made.push(...made);
      all.failures.push(...failures);
      for (const { error } of failures) close(error);
    },
    GROUPS_AT_ONCE,
  );
  all.failures.push(...failed.flatMap(({ item, error }) => item.map(({ row }) => ({ row, error }))));
  return all;
};

/** What failed stands among the failures; the others go on. */
const createGroup = async (context: JobContext, group: readonly Create[]): Promise<Outcome> => {
  const failures: Failure[] = [];
  const each = async <Item extends { work: Create }, Done>(items: readonly Item[], step: (item: Item) => Promise<Done | null>): Promise<Done[]> => {
    const done = await Promise.all(items.map((item) => step(item).catch((error: unknown) => void failures.push({ row: item.work.row, error }))));
    return done.flatMap((one) => one ?? []);
  };
  const prepared = await each(group.map((work) => ({ work })), async ({ work }) => ({ work, pictures: await picturesFor(context, work) }));
  const answers = await createAllOnce(context, 'product', prepared.map((one) => onceOf(context, one)));
  const answered = prepared.flatMap((one, index) => (answers[index] === undefined ? [] : [{ ...one, answer: answers[index] }]));
  const there = await each(answered, (one) => completed(context, one));
  const recorded = await recordTogether(context, there).catch(() => each(there, async (one) => (await recordCreated(context, [one]), one)));
  return { made: recorded.map(({ work }) => work.row), failures };
};

/** One that cannot be recorded holds up none of the others: then each is recorded by itself. */
const recordTogether = async (context: JobContext, there: readonly CreatedProduct[]): Promise<readonly CreatedProduct[]> => {
  if (there.length > 0) await recordCreated(context, there);
  return there;
};

interface Prepared {
  work: Create;
  pictures: Pictures;
}

const picturesFor = async (context: JobContext, work: Create): Promise<Pictures> =>
  context.settings.catalogue.owners.images === 'nobody' ? { wanted: [], fetched: [], missed: [] } : picturesOf(context, work);

const onceOf = (context: JobContext, { work, pictures }: Prepared): CreateOnce<StoreProduct> => ({
  kind: 'product',
  key: work.row.id,
  reference: referenceOf(work.step.draft),
  create: () => create(context, work, pictures),
  lookUp: () => lookUp(context, work.step.draft),
});

/** With all pictures that could be sent; `null` where nothing was created, or nobody knows yet. */
const completed = async (context: JobContext, { work, pictures, answer }: Prepared & { answer: PromiseSettledResult<Created<StoreProduct>> }): Promise<CreatedProduct | null> => {
  if (answer.status === 'rejected') {
    if (!(answer.reason instanceof ProductRefused)) throw answer.reason;
    await recordRefused(context, work, answer.reason.problem);
    return null;
  }
  const outcome = answer.value;
  if (outcome.kind === 'checking') {
    await recordChecking(context, work, outcome.nextLook);
    return null;
  }
  const isNew = outcome.kind === 'created';
  const { store, images, refusals } = await completePictures(context, work, { store: outcome.remote, isNew, pictures: pictures.wanted });
  const ofVariants = await completeVariantPictures(context, work, { store, fetched: pictures.fetched });
  const missed = [...pictures.missed, ...refusals, ...ofVariants.missed];
  return { work, store: withImagesOfVariants(store, ofVariants.given), isNew, images, variantPictures: ofVariants.sent, missed, reference: referenceOf(work.step.draft) };
};

const referenceOf = (draft: ProductDraft): string => skusOf(draft)[0] ?? draft.name;

const skusOf = ({ sku, variants }: ProductDraft): string[] => [sku, ...variants.map((variant) => variant.sku)].filter((one) => one.trim() !== '');

const create = async (context: JobContext, { step: { draft }, seen: { product } }: Create, { wanted, fetched }: Pictures): Promise<StoreProduct> => {
  const images = wanted.filter((one) => !needsFile(one)).map((picture) => ({ source: byAddress(picture), ...placeOf(picture, wanted) }));
  const answer = await context.bigcommerce.catalogue.create({ ...withVariantPictures(draft, product, fetched), images });
  if (answer.kind === 'created') return answer.product;
  if (answer.problem.code !== 'image-unreachable' || images.length === 0) throw new ProductRefused(answer.problem);
  // One picture that BigCommerce cannot fetch refuses the whole product: they all follow one by one.
  const again = await context.bigcommerce.catalogue.create({ ...draft, images: [] });
  if (again.kind === 'refused') throw new ProductRefused(again.problem);
  return again.product;
};

/** By SKU; by name only where there is none, and then never a product that somebody gave other SKUs. */
const lookUp = async (context: JobContext, draft: ProductDraft): Promise<StoreProduct | null> => {
  const [sku] = skusOf(draft);
  const found = sku === undefined ? await context.bigcommerce.catalogue.findByName(draft.name) : await context.bigcommerce.catalogue.findBySku(sku);
  const own = new Set(skusOf(draft).map(skuKey));
  return found !== null && found.variants.every((variant) => variant.sku === '' || own.has(skuKey(variant.sku))) ? found : null;
};
