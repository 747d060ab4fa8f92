import type { Instant } from '../../../domain/instant';
import { isOpen } from '../../../domain/entry';
import type { FieldChange, ProductPlan } from '../../../domain/product-plan';
import type { Problem } from '../../../domain/problems';
import { matchVariants } from '../../../domain/rules/catalogue/match-variants';
import type { SentVariantPicture } from '../../../domain/rules/catalogue/variant-pictures';
import type { StoreProduct } from '../../../domain/store-product';
import { RESULTS } from '../../../domain/entry-words';
import { fieldLabel } from '../../../domain/views/field-label';
import type { EntryDraft, ProductImage, Tables } from '../../ports/tables';
import { endIntents } from '../create-once';
import { entryOf, type Outcome, refusalOf } from '../entry-of';
import type { JobContext } from '../job';
import { endOfRound, markStock } from '../stock/mark-stock';
import { noteNewVariants } from '../stock/note-new-variants';
import { keepForChannel } from './assign-channel';
import { linkPairs } from './links-of-pairs';
import { doneBut, standingBut } from './missed-pictures';
import { namedProduct } from './product-subject';
import type { ProductWork } from './product-work';
import { readRun } from './run-cursor';
import { type ImagesWritten, keepWritten } from './written-marks';

export const entryFor = (context: JobContext, { row, seen, facts }: ProductWork, { outcome, productId }: { outcome: Outcome; productId?: number }): EntryDraft =>
  entryOf(context, { row, subject: namedProduct(row.id, { name: seen.product.name, productId: productId ?? facts.link }), outcome });

export interface Settled {
  work: ProductWork;
  plan: ProductPlan;
  entry: { outcome: Outcome; productId?: number } | null;
}

/** Where the products stand now, and the lines in the log. */
const keepOutcomes = async (context: JobContext, tables: Tables, settled: readonly Settled[]): Promise<void> => {
  await tables.hikeProducts.savePlans(context.storeHash, settled.map(({ work, plan }) => ({ id: work.seen.product.id, plan })));
  await tables.entries.recordMany(context.storeHash, settled.flatMap(({ work, entry }) => (entry === null ? [] : [entryFor(context, work, entry)])));
};

export const settleWorks = async (context: JobContext, tables: Tables, settled: readonly Settled[]): Promise<void> => {
  await keepOutcomes(context, tables, settled);
  await tables.dirty.settleMany(context.storeHash, settled.map(({ work }) => work.row));
};

export const settleWork = (context: JobContext, tables: Tables, settled: Settled): Promise<void> => settleWorks(context, tables, [settled]);

export const refused = (plan: ProductPlan, problem: Problem): ProductPlan => ({ ...plan, standing: 'refused', problem });

export const recordRefused = (context: JobContext, work: ProductWork, problem: Problem): Promise<void> =>
  context.record('product-refused', (tables) => settleWork(context, tables, { work, plan: refused(work.plan, problem), entry: { outcome: refusalOf(problem) } }));

export const recordChecking = (context: JobContext, work: ProductWork, nextLook: Instant): Promise<void> =>
  context.record('product-checking', async (tables) => {
    await tables.dirty.postpone(context.storeHash, work.row, nextLook);
    const message = 'BigCommerce’s answer was lost; we look whether the product is there before anything is repeated.';
    await tables.entries.record(context.storeHash, entryFor(context, work, { outcome: { result: 'checking', message, nextTryAt: nextLook } }));
  });

/** A product that is there now. */
export interface CreatedProduct {
  work: ProductWork<'create'>;
  store: StoreProduct;
  /** Made just now, not found. */
  isNew: boolean;
  images: readonly ProductImage[];
  /** That its variants have from us. */
  variantPictures: SentVariantPicture[];
  /** Why others could not be sent. */
  missed: Problem[];
  reference: string;
}

/** The rows stay until the channel was seen to: a kill in between must not forget that. */
export const recordCreated = (context: JobContext, all: readonly CreatedProduct[]): Promise<void> =>
  context.record('product-created', async (tables) => {
    const { storeHash, now } = context;
    const pairs = all.map(({ work: { seen: { product } }, store }) => ({ product, store, variants: matchVariants(product, store, new Map()).variants }));
    await endIntents(context, tables, all.map(({ work, store, reference }) => ({ kind: 'product', key: work.row.id, reference, remoteId: String(store.id) })));
    const run = await readRun(tables, storeHash);
    await tables.storeProducts.saveMany(storeHash, all.map(({ store }) => ({ product: store, standing: 'linked', sweep: run.store.sweep, goneAt: null })));
    await linkPairs(tables, storeHash, { pairs, now: now() });
    await noteNewVariants(context, tables, pairs.flatMap(({ variants }, index) => (all[index]?.isNew === true ? variants : [])));
    await tables.images.replaceMany(storeHash, all.map(({ work, images }) => ({ hikeId: work.seen.product.id, images })));
    await keepWritten(
      context,
      tables,
      all.map(({ work: { seen, step }, store, variantPictures, missed }) => ({
        seen,
        images: writtenAtCreation(context, missed),
        ...(variantPictures.length > 0 ? { variantPictures: { productId: store.id, pictures: variantPictures } } : {}),
        categories: { productId: store.id, ids: step.draft.categories.filter((id) => store.categories.includes(id)) },
      })),
    );
    await keepForChannel(context, tables, all.map(({ store }) => store.id));
    await markStock(tables, storeHash, { hikeIds: pairs.flatMap(({ product }) => product.variants.map(({ id }) => id)), now: endOfRound(now()) });
    await keepOutcomes(context, tables, all.map(settledOf));
    // What was found was perhaps made of the product as it was before: it is compared once more.
    const found = all.flatMap(({ work: { row }, isNew }) => (isNew ? [] : [row]));
    await tables.dirty.markMany(storeHash, found.map(({ thing, id, priority }) => ({ thing, id, priority, notBefore: now(), trigger: 'follow-up' })));
  });

/** Should Hike ever own images, those that nobody owned at creation are still to be sent. */
const writtenAtCreation = ({ settings }: JobContext, [missed]: readonly Problem[]): ImagesWritten => {
  if (missed !== undefined) return missed;
  return settings.catalogue.owners.images === 'nobody' ? 'added' : 'in-step';
};

const settledOf = ({ work, store, missed }: CreatedProduct): Settled => ({
  work,
  plan: standingBut(missed, work.plan),
  entry: { outcome: doneBut(missed, { message: `Created as product ${store.id}.`, detail: detailOf(work.plan.changes) }), productId: store.id },
});

/** What needs nothing written: a standing that a person has to see is told once, and that it is over once more. */
export const recordQuiet = async (context: JobContext, works: readonly ProductWork[]): Promise<void> => {
  if (works.length === 0) return;
  // Also of what was tried and not answered, and turned out to be done.
  const isOver = ({ plan }: ProductWork) => plan.problem === null;
  const over = { thing: 'product', direction: 'hike-to-bigcommerce', recordIds: works.filter(isOver).map(({ row }) => row.id), results: OPEN_RESULTS } as const;
  await context.record('products-quietly-settled', async (tables) => {
    const settled: Settled[] = [];
    for (const work of works) settled.push({ work, plan: work.plan, entry: newsOf(work) ?? (await answerOf(context, tables, work)) });
    await settleWorks(context, tables, settled);
    await tables.entries.close(context.storeHash, over, { at: context.now(), message: OVER });
  });
};

const newsOf = ({ seen, plan }: ProductWork): { outcome: Outcome } | null => {
  const before = seen.plan;
  if (plan.standing === 'left-out' || plan.standing === 'ignored') return before?.problem == null || before.standing === plan.standing ? null : { outcome: { result: 'left-out', message: OVER } };
  if (plan.problem !== null) return before?.problem?.code === plan.problem.code && before.isUntold !== true ? null : { outcome: refusalOf(plan.problem) };
  return before?.problem == null ? null : { outcome: { result: 'no-change', message: OVER } };
};

/** Whoever had it tried again reads that it stands as it did; else the entry would wait for nobody. */
const answerOf = async ({ storeHash }: JobContext, { entries }: Tables, { row, plan }: ProductWork): Promise<{ outcome: Outcome } | null> => {
  if (plan.problem === null || row.trigger !== 'person') return null;
  const waiting = { results: ['waiting'], thing: 'product', direction: 'hike-to-bigcommerce', recordId: row.id, search: '', from: null, before: null, limit: 1 } as const;
  return (await entries.list(storeHash, waiting)).length === 0 ? null : { outcome: refusalOf(plan.problem) };
};

const OPEN_RESULTS = RESULTS.filter(isOpen);

const OVER = 'Nothing is left to do about it.';

export const detailOf = (changes: readonly FieldChange[]): Record<string, unknown> => ({
  changes: changes.map(({ field, sku, before, after }) => ({ label: fieldLabel(field, sku), before, after })),
});

export const updatedMessage = (changes: readonly FieldChange[]): string =>
  changes.length === 0 ? 'Brought in step.' : `Updated: ${[...new Set(changes.map(({ field }) => fieldLabel(field)))].join(', ')}.`;
