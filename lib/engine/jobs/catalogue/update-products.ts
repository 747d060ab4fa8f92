import type { ProductId, VariantId } from '../../../domain/ids';
import type { Problem } from '../../../domain/problems';
import { ownCategoriesAfter } from '../../../domain/rules/catalogue/category-moves';
import { PRODUCTS_PER_CALL, VARIANTS_PER_CALL } from '../../../domain/rules/catalogue/calls-of-step';
import type { VariantPair } from '../../../domain/rules/catalogue/match-variants';
import type { StoreProduct, VariantChange, VariantDraft } from '../../../domain/store-product';
import type { MemberOutcome } from '../../ports/bigcommerce';
import { inBatches } from '../../in-batches';
import { repeatable } from '../../ports/failures';
import type { Tables } from '../../ports/tables';
import { refusalOf } from '../entry-of';
import type { Failure, JobContext } from '../job';
import { markStock } from '../stock/mark-stock';
import { addVariants } from './add-variants';
import { type ChangedPictures, changePictures } from './change-pictures';
import { inFlight } from './in-flight';
import { linkPairs } from './links-of-pairs';
import { loseStoreProducts } from './lose-store-products';
import { markProducts } from './mark-products';
import { doneBut, sentAgainMessage, standingBut } from './missed-pictures';
import { withPresentCategories } from './present-categories';
import { type ProductWork, storeOf } from './product-work';
import { detailOf, refused, type Settled, settleWorks, updatedMessage } from './record-product';
import { readRun } from './run-cursor';
import { storeImagesAfter } from './store-images-after';
import { withImagesOfVariants } from './variant-pictures';
import { withChanges } from './with-changes';
import { keepWritten, type WriteMarks } from './written-marks';

type Update = ProductWork<'update'>;

/** What several calls brought is recorded together, when their answers come at the same time. */
const GROUPS_PER_RECORD = 8;

/** Brings products that differ in step: ten in a call, their variants fifty in a call. A member that is refused holds up none of the others. */
export const updateProducts = async (context: JobContext, works: readonly Update[]): Promise<Failure[]> => {
  // What is set to a value may be set to it again.
  const keep = inBatches<readonly Done[], void>({
    keyOf: () => context.storeHash,
    most: GROUPS_PER_RECORD,
    work: async (groups) => {
      await context.record('products-updated', (tables) => recordUpdated(context, tables, groups.flat()));
      return [];
    },
  });
  const failed = await inFlight(groupsOf(works), async (group) => keep(await updateGroup(context, group)));
  return failed.flatMap(({ item, error }) => item.map(({ row }) => ({ row, error: repeatable(error) })));
};

/** As many as fill a call of either kind. */
const groupsOf = (works: readonly Update[]): Update[][] => {
  const groups: Update[][] = [];
  let [products, variants] = [Infinity, Infinity];
  for (const work of works) {
    products += work.step.change === null ? 0 : 1;
    variants += work.step.variantChanges.length;
    if (products > PRODUCTS_PER_CALL || variants > VARIANTS_PER_CALL) {
      groups.push([]);
      [products, variants] = [work.step.change === null ? 0 : 1, work.step.variantChanges.length];
    }
    groups.at(-1)?.push(work);
  }
  return groups;
};

interface Done {
  work: Update;
  problem: Problem | null;
  isGone: boolean;
  /** The product's own fields were taken; its variants' are told apart. */
  isChanged: boolean;
  variantChanges: VariantChange[];
  added: { id: VariantId; draft: VariantDraft }[];
  /** `null` where they were not looked at. */
  pictures: ChangedPictures | null;
}

const updateGroup = async (context: JobContext, planned: readonly Update[]): Promise<Done[]> => {
  const { catalogue } = context.bigcommerce;
  const group = await withPresentCategories(context, planned);
  const changes = group.flatMap(({ step }) => step.change ?? []);
  // Variants first: a price that moves from the product to its variants is never lower in between.
  const variants = await updateVariants(context, group.flatMap(({ step }) => step.variantChanges));
  const products = changes.length === 0 ? new Map<ProductId, MemberOutcome>() : await catalogue.update(changes);
  const done: Done[] = [];
  for (const work of group) done.push(await completeWork(context, work, { product: products.get(work.step.productId), variants }));
  return done;
};

const updateVariants = async (context: JobContext, changes: readonly VariantChange[]): Promise<Map<VariantId, MemberOutcome>> => {
  const outcomes = new Map<VariantId, MemberOutcome>();
  for (let from = 0; from < changes.length; from += VARIANTS_PER_CALL) {
    const answered = await context.bigcommerce.catalogue.updateVariants(changes.slice(from, from + VARIANTS_PER_CALL));
    for (const [id, outcome] of answered) outcomes.set(id, outcome);
  }
  return outcomes;
};

const problemOf = (outcome: MemberOutcome | undefined): Problem | null => (outcome?.kind === 'refused' ? outcome.problem : null);

/** What no batch takes: new variants and pictures. */
const completeWork = async (
  context: JobContext,
  work: Update,
  { product, variants }: { product: MemberOutcome | undefined; variants: ReadonlyMap<VariantId, MemberOutcome> },
): Promise<Done> => {
  const isGone = product?.kind === 'gone';
  const variantChanges = work.step.variantChanges.filter(({ id }) => variants.get(id)?.kind === 'done');
  const refusal = problemOf(product) ?? work.step.variantChanges.map(({ id }) => problemOf(variants.get(id))).find((one) => one !== null) ?? null;
  const { added, problem } = isGone ? { added: [], problem: null } : await addVariants(context, work);
  const pictures = isGone || !work.step.imagesDiffer ? null : await changePictures(context, work, pairsOfAdded({ work, added }));
  return { work, problem: refusal ?? problem, isGone, isChanged: product?.kind === 'done', variantChanges, added, pictures };
};

/** All of some groups in few statements: a large shop has tens of thousands of them. */
const recordUpdated = async (context: JobContext, tables: Tables, all: readonly Done[]): Promise<void> => {
  const { storeHash, now } = context;
  const gone = all.filter(({ isGone }) => isGone).map(({ work }) => work);
  // Marks the rows again: what it means that a product is gone is planned anew.
  if (gone.length > 0) await loseStoreProducts(context, tables, gone.map(({ step }) => step.productId));
  await tables.dirty.settleMany(storeHash, gone.map(({ row }) => row));
  const { store: { sweep } } = await readRun(tables, storeHash);
  const updated = all.filter(({ isGone }) => !isGone).map((done) => ({ done, store: storeAfter(context, done), variants: [...done.work.step.newLinks.variants, ...pairsOfAdded(done), ...pairsSoldAgain(done)] }));
  await tables.storeProducts.saveMany(storeHash, updated.map(({ store }) => ({ product: store, standing: 'linked', sweep, goneAt: null })));
  const linked = updated.filter(({ done, variants }) => done.work.step.newLinks.productId !== null || variants.length > 0);
  await linkPairs(tables, storeHash, { pairs: linked.map(({ done, store, variants }) => ({ product: done.work.seen.product, store, variants })), now: now() });
  await keepPictures(context, tables, updated.map(({ done }) => done));
  await markStock(tables, storeHash, { hikeIds: linked.flatMap(({ variants }) => variants.map(({ hikeId }) => hikeId)), now: now() });
  // What waits for a person is told by the plan of what is left; while pictures are missed, that would send them again for ever.
  const waiting = updated.filter(({ done: { work: { plan }, pictures } }) => plan.standing === 'removed' && !(pictures !== null && pictures.missed.length > 0)).map(({ done }) => done.work.seen.product.id);
  await markProducts(tables, storeHash, { hikeIds: waiting, now: now(), trigger: 'follow-up' });
  await settleWorks(context, tables, updated.map(({ done }) => settledOf(done)));
};

const storeAfter = ({ now }: JobContext, { work, isChanged, variantChanges, added, pictures }: Done): StoreProduct => {
  const store = withChanges(storeOf(work), { change: isChanged ? work.step.change : null, variantChanges, added, at: now() });
  return pictures === null ? store : withImagesOfVariants({ ...store, images: storeImagesAfter(store.images, pictures) }, pictures.ofVariants.given);
};

const keepPictures = async (context: JobContext, tables: Tables, all: readonly Done[]): Promise<void> => {
  const replaced = all.flatMap(({ work, pictures }) => (pictures === null ? [] : [{ hikeId: work.seen.product.id, images: pictures.images }]));
  if (replaced.length > 0) await tables.images.replaceMany(context.storeHash, replaced);
  await keepWritten(context, tables, all.map((done) => ({ seen: done.work.seen, ...imagesWritten(context, done), ...writtenOf(done) })));
};

const writtenOf = ({ work, isChanged }: Done): WriteMarks => {
  const { change, productId } = work.step;
  const categories = isChanged ? change?.categories : undefined;
  return {
    ...(change?.isVisible === true ? { hidden: false } : {}),
    ...(categories === undefined ? {} : { categories: { productId, ids: ownCategoriesAfter(categories, { store: storeOf(work), ownCategories: work.facts.ownCategories }) } }),
  };
};

const imagesWritten = ({ settings }: JobContext, { work, pictures }: Done): Pick<WriteMarks, 'images' | 'variantPictures'> => {
  if (pictures === null) return {};
  const { missed: [missed], ofVariants: { sent } } = pictures;
  const ofVariants = sent.length > 0 ? { variantPictures: { productId: work.step.productId, pictures: sent } } : {};
  if (missed !== undefined) return { images: missed, ...ofVariants };
  return { images: settings.catalogue.owners.images === 'hike' ? 'in-step' : 'added', ...ofVariants };
};

const settledOf = ({ work, problem, pictures }: Done): Settled => {
  const { plan, step } = work;
  if (problem !== null) return { work, plan: refused(plan, problem), entry: { outcome: refusalOf(problem), productId: step.productId } };
  const missed = pictures?.missed ?? [];
  const changes = missed.length > 0 && pictures?.isChanged === false ? plan.changes.filter(({ field }) => field !== 'images') : plan.changes;
  const updated = missed.length > 0 && changes.length === 0 ? '' : updatedMessage(changes);
  const message = [updated, sentAgainMessage(pictures?.sentAgain ?? 0)].filter(Boolean).join(' ');
  const outcome = doneBut(missed, { message, detail: detailOf(changes), waits: plan.standing === 'removed' ? plan.problem : null });
  return { work, plan: standingBut(missed, plan), entry: { outcome, productId: step.productId } };
};

/** Their links say so no longer. */
const pairsSoldAgain = ({ work: { facts }, variantChanges }: Done): VariantPair[] => {
  const sold = new Set(variantChanges.filter(({ isPurchasable }) => isPurchasable === true).map(({ id }) => id));
  return [...facts.variantLinks].filter(([, variantId]) => sold.has(variantId)).map(([hikeId, variantId]) => ({ hikeId, variantId }));
};

const pairsOfAdded = ({ work: { seen }, added }: Pick<Done, 'work' | 'added'>): VariantPair[] =>
  added.flatMap(({ id, draft }) => {
    const variant = seen.product.variants.find(({ sku, values }) => sku === draft.sku && values.join('\n') === draft.values.map(({ label }) => label).join('\n'));
    return variant === undefined ? [] : [{ hikeId: variant.id, variantId: id }];
  });
