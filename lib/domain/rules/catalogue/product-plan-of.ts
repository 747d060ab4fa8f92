import Big from 'big.js';
import type { Standing } from '../../catalogue-words';
import type { HikeProduct } from '../../hike-product';
import type { CategoryId, HikeProductId, VariantId } from '../../ids';
import type { FieldChange, ProductPlan } from '../../product-plan';
import { isProblem, problem, type Problem } from '../../problems';
import type { ImageDraft, StoreProduct } from '../../store-product';
import { skuKey } from '../sku-key';
import { callsOfStep } from './calls-of-step';
import type { CatalogueContext } from './catalogue-context';
import { categoriesOfProduct } from './categories-of-product';
import { imagesOfProduct } from './images-of-product';
import { matchProduct, type Match, type MatchFacts } from './match-product';
import { planWithRemovals } from './plan-with-removals';
import { productChanges, type ProductChanges } from './product-changes';
import { productDraftFromHikeProduct } from './product-draft';
import { reasonToRemove, REMOVAL_PROBLEMS, removalOfProduct, type RemovalDecision, type RemovalReason } from './removal-of-product';
import type { NewLinks, Step } from './step-of-plan';
import { type VariantRemoval, variantRemovals } from './variant-removals';

/** What a location of BigCommerce's shows of a variant and what it would show; `before` is `null` while unknown. */
export interface StockMoveOfPlan {
  hikeId: HikeProductId;
  /** Empty where there is but one. */
  location: string;
  before: number | null;
  after: number;
}

/** What is known of one product when it is planned; from mirrors and links, without a call. */
export interface PlanFacts extends MatchFacts {
  /** Hike answered that there is none. */
  isGone: boolean;
  /** A person put it aside. */
  isIgnored: boolean;
  /** What a person decided about a removed product. */
  removal: RemovalDecision | null;
  /** More removals at once than go by themselves (`isMassChange`). */
  removalsWait: boolean;
  /** We hid it when it was removed from Hike: back in Hike, it is shown again. */
  wasHiddenByUs: boolean;
  /** Categories of the linked product that we gave it for a Hike type. */
  ownCategories: ReadonlySet<CategoryId>;
  /** Linked variants whose counterparts are gone from the product, with what a person decided about each; see `variantRemovals`. */
  goneVariants: ReadonlyMap<VariantId, RemovalDecision | null>;
  /** Linked variants that we took off sale while they were gone. */
  offSale: ReadonlySet<VariantId>;
  /** Linked variants that a person decided about while they were gone, and that are back. */
  decidedVariants: ReadonlySet<VariantId>;
  /** The BigCommerce product, not gone, that has this name (trimmed, without case). */
  nameHolder: StoreProduct | null;
  /** Of variants that are published; none where the plan need not tell of counts. */
  stock: readonly StockMoveOfPlan[];
  /** For a creation. A dry run may leave them out. */
  images: readonly ImageDraft[];
  /** `hikeImageParts` of the product are not what was last written. */
  imagesDiffer: boolean;
  /** Why some could not be sent when they were last written; `null` when all were. */
  imagesMissed: Problem | null;
}

type LinkedMatch = Extract<Match, { kind: 'linked' }>;
/** The arguments of `planProduct`, together. */
interface Case {
  product: HikeProduct;
  facts: PlanFacts;
  context: CatalogueContext;
}

interface Planned {
  plan: ProductPlan;
  step: Step;
  /** Of single variants, done before the step; those with `ask` wait. */
  removals: VariantRemoval[];
}

const planned = (standing: Standing, plan: Partial<ProductPlan> = {}, step: Step = { kind: 'nothing' }): Planned => ({
  plan: { standing, changes: [], problem: null, candidates: [], goesToZero: [], levels: [], calls: 0, priceMove: null, ...plan },
  step,
  removals: [],
});

/** More of them tell nothing more apart. */
const MOST_SKUS = 5;

const named = (stores: readonly StoreProduct[]): ProductPlan['candidates'] =>
  stores.map(({ id, name, variants }) => ({ productId: id, name, skus: variants.flatMap(({ sku }) => (sku === '' ? [] : [sku])).slice(0, MOST_SKUS) }));

const refused = (why: Problem, candidates: readonly StoreProduct[] = []): Planned => planned('refused', { problem: why, candidates: named(candidates) });

const removed = ({ product, facts, context }: Case, reason: RemovalReason): Planned => {
  const why = { problem: problem(REMOVAL_PROBLEMS[reason], { product: product.name }) };
  const store = facts.candidates.find(({ id }) => id === facts.link);
  // Nothing of it is in BigCommerce.
  if (!store) return planned('left-out', reason === 'gone' ? {} : why);
  const how = removalOfProduct({ reason, decision: facts.removal, isMass: facts.removalsWait }, context.settings);
  if (how === 'ask') return planned('removed', why);
  if (how === 'keep' || (how === 'hide' && !store.isVisible)) return planned('kept');
  const changes: FieldChange[] = [{ field: 'visibility', sku: null, before: store.isVisible ? 'visible' : 'hidden', after: how === 'hide' ? 'hidden' : 'deleted' }];
  return planned('removed', { ...why, changes }, { kind: 'remove', how, productId: store.id });
};

const created = ({ product, facts: { nameHolder, images }, context }: Case): Planned => {
  const draft = productDraftFromHikeProduct(product, context, images);
  if (isProblem(draft)) return refused(draft);
  if (nameHolder) return refused(problem('product-name-taken', { product: product.name }), [nameHolder]);
  const missingCategories = context.settings.catalogue.owners.categories === 'nobody' ? [] : categoriesOfProduct(product, context.categories).missing;
  return planned('create', {}, { kind: 'create', draft, missingCategories });
};

/** Another product or variant of BigCommerce's in the way of what is to be written. */
const takenBy = ({ product, facts: { candidates, nameHolder } }: Case, { change, variantChanges, missingVariants }: ProductChanges, store: StoreProduct): Planned | null => {
  if (change?.name !== undefined && nameHolder && nameHolder.id !== store.id) return refused(problem('product-name-taken', { product: product.name }), [nameHolder]);
  for (const { sku } of [change ?? {}, ...variantChanges, ...missingVariants]) {
    const holder = sku === undefined ? undefined : candidates.find((other) => other.id !== store.id && [other, ...other.variants].some((held) => skuKey(held.sku) === skuKey(sku)));
    if (sku !== undefined && holder) return refused(problem('sku-taken', { sku }), [holder]);
  }
  return null;
};

/** The largest move in percent, to a tenth; `null` at or below the alarm. */
const alarmingMove = (moves: ProductChanges['priceMoves'], alarm: number): number | null => {
  const percents = moves.map(({ before, after }) => new Big(after).minus(before).div(before).times(100));
  const largest = percents.reduce((most, percent) => (percent.abs().gt(most.abs()) ? percent : most), new Big(0));
  return largest.abs().gt(alarm) ? largest.round(1, Big.roundHalfUp).toNumber() : null;
};

/** What is told of counts, which are no fields of the product: a plan that moves nothing else writes no product. */
const stockTold = ({ variants }: HikeProduct, stock: PlanFacts['stock']): Pick<ProductPlan, 'goesToZero' | 'levels'> => {
  const moves = variants.map(({ id, sku, name }) => ({ sku: sku.trim() || name, levels: stock.filter(({ hikeId }) => hikeId === id) }));
  const sum = (counts: readonly (number | null)[]): number => counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  const isEmptied = (levels: PlanFacts['stock']): boolean => sum(levels.map(({ before }) => before)) > 0 && sum(levels.map(({ after }) => after)) <= 0;
  return {
    goesToZero: moves.flatMap(({ sku, levels }) => (isEmptied(levels) ? [sku] : [])),
    levels: moves.flatMap(({ sku, levels }) => levels.filter(({ before, after }) => before !== after).map(({ location, before, after }) => ({ sku, location, before, after }))),
  };
};

const pictures = (count: number): string => (count === 1 ? '1 picture' : `${count} pictures`);

const imagesMove = ({ product, facts: { imagesDiffer, imagesMissed }, context: { settings } }: Case, { images }: StoreProduct): FieldChange[] => {
  const wanted = imagesOfProduct(product).length;
  const isDue = { hike: imagesDiffer, bigcommerce: imagesMissed !== null, nobody: false }[settings.catalogue.owners.images];
  if (!isDue || wanted === 0) return [];
  return [{ field: 'images', sku: null, before: pictures(images.length), after: `${pictures(wanted)} in Hike` }];
};

/** A link that speaks of a time when the variant was gone is written anew: else we would undo what a person does later, or not ask the next time. */
const newLinksOf = ({ store, variants }: LinkedMatch, { link, variantLinks, offSale, decidedVariants }: PlanFacts): NewLinks => {
  const purchasable = new Set(store.variants.flatMap(({ id, isPurchasable }) => (isPurchasable ? [id] : [])));
  const isBack = (id: VariantId): boolean => (offSale.has(id) ? purchasable.has(id) : decidedVariants.has(id));
  return {
    productId: link === null ? store.id : null,
    variants: variants.filter(({ hikeId, variantId }) => variantLinks.get(hikeId) !== variantId || isBack(variantId)),
  };
};

const compared = (given: Case, match: LinkedMatch): Planned => {
  const { product, facts, context } = given;
  const { store, variants, unlinkedVariants } = match;
  const changes = productChanges(product, { store, variants, unlinkedVariants, showsAgain: facts.wasHiddenByUs, offSale: facts.offSale, ownCategories: facts.ownCategories }, context);
  if (isProblem(changes)) return refused(changes);
  const { fields, priceMoves, ...writes } = changes;
  const images = imagesMove(given, store);
  const seen = {
    changes: [...fields, ...images],
    ...stockTold(product, facts.stock),
    priceMove: alarmingMove(priceMoves, context.settings.catalogue.priceAlarmPercent),
  };
  const newLinks = newLinksOf(match, facts);
  const isWrite = writes.change !== null || [writes.variantChanges, writes.missingVariants, writes.missingCategories, images].some((list) => list.length > 0);
  if (isWrite) {
    const step: Step = { kind: 'update', productId: store.id, ...writes, newLinks, imagesDiffer: images.length > 0 };
    return takenBy(given, changes, store) ?? planned('update', seen, step);
  }
  const isLink = newLinks.productId !== null || newLinks.variants.length > 0;
  return planned('unchanged', seen, isLink ? { kind: 'link', productId: store.id, newLinks } : { kind: 'nothing' });
};

const withRemovals = ({ plan, step }: Planned, { product, facts, context }: Case, { store, variants }: LinkedMatch): Planned => {
  const taken = new Set(variants.map(({ variantId }) => variantId));
  const removals = variantRemovals(store, { gone: facts.goneVariants, taken, isMass: facts.removalsWait }, context.settings);
  return { plan: planWithRemovals(plan, product.name, removals), step, removals };
};

/** Tried before, and nothing else is to be written: it stands where it was left, though the step tries again. */
const withMissedImages = (planning: Planned, { imagesMissed }: PlanFacts): Planned => {
  const { plan } = planning;
  if (imagesMissed === null || plan.standing !== 'update' || plan.changes.some(({ field }) => field !== 'images')) return planning;
  return { ...planning, plan: { ...plan, standing: 'refused', problem: imagesMissed } };
};

const decided = ({ product, facts, context }: Case): Planned => {
  if (facts.isIgnored) return planned('ignored');
  const reason = reasonToRemove(product, facts.isGone);
  if (reason) return removed({ product, facts, context }, reason);
  const match = matchProduct(product, facts);
  switch (match.kind) {
    case 'new':
      return created({ product, facts, context });
    case 'linked':
      return withMissedImages(withRemovals(compared({ product, facts, context }, match), { product, facts, context }, match), facts);
    default:
      return planned(match.kind, { problem: match.problem, candidates: named(match.candidates) });
  }
};

/**
 * What a sync would do about one product, for the dry run, and the step that does it. A product that was removed and
 * waits for a person, like one that needs a person otherwise, has the step `nothing`.
 */
export const planProduct = (product: HikeProduct, facts: PlanFacts, context: CatalogueContext): Planned => {
  const done = decided({ product, facts, context });
  return { ...done, plan: { ...done.plan, calls: callsOfStep(done.step, product, context.settings) } };
};
