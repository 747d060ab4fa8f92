import type { Standing } from '../catalogue-words';
import type { HikeProduct } from '../hike-product';
import type { LevelChange, ProductPlan } from '../product-plan';
import type { StoreProduct } from '../store-product';
import { fieldLabel } from './field-label';
import { problemView } from './problem-view';
import { productUrl } from './product-url';
import type { ProductRow } from './product-views';
import type { ChangeView } from './views';

/** A Hike product as the database keeps it. */
export interface ListedProduct {
  product: HikeProduct;
  plan: ProductPlan | null;
  /** Hike answered that there is none. */
  isGone: boolean;
  /** Its partner in BigCommerce, where it is linked. */
  partner: StoreProduct | null;
}

export interface ProductRowContext {
  controlPanelUrl: string | null;
  /** Plans are being carried out just now. */
  isWriting: boolean;
}

const NEEDS_A_LINK: readonly Standing[] = ['create', 'ambiguous', 'clash', 'duplicate', 'refused', 'ignored'];

const sentenceOf = ({ plan, isGone, partner }: ListedProduct, { isWriting }: ProductRowContext): string => {
  if (plan === null) return 'Not compared yet';
  switch (plan.standing) {
    case 'create':
      return isWriting ? 'Is being created in BigCommerce' : 'Will be created in BigCommerce';
    case 'update':
      return isWriting ? 'Is being updated in BigCommerce' : `${plan.changes.length === 1 ? '1 field' : `${plan.changes.length} fields`} will change in BigCommerce`;
    case 'unchanged':
      return plan.levels.length === 0 ? 'Linked, up to date' : 'Linked; only its stock will change';
    case 'ignored':
      return 'Put aside by a person';
    case 'removed':
      return 'Still in BigCommerce';
    case 'kept':
      return `${isGone ? 'Gone from Hike' : 'No longer sold online in Hike'}; ${partner?.isVisible === false ? 'hidden' : 'kept'} in BigCommerce`;
    case 'ambiguous':
    case 'clash':
    case 'duplicate':
    case 'refused':
    case 'left-out':
      if (partner !== null) return 'Linked, but needs you';
      return isGone ? 'Gone from Hike, and not in BigCommerce' : 'Not in BigCommerce';
    default:
      return plan.standing satisfies never;
  }
};

const levelView = ({ sku, location, before, after }: LevelChange): ChangeView => ({
  label: `${fieldLabel('stock', sku)}${location === '' ? '' : ` at ${location}`}`,
  before: before === null ? 'not known yet' : String(before),
  after: String(after),
});

const percent = (move: number): string => `${move > 0 ? '+' : '−'}${Math.abs(Math.round(move))} %`;

/** A row of the match desk that begins on Hike's side. */
export const productRow = (listed: ListedProduct, context: ProductRowContext): ProductRow => {
  const { product, plan, isGone, partner } = listed;
  const view = plan?.problem ? problemView(plan.problem) : null;
  const standing = plan?.standing ?? null;
  const isLinked = partner !== null;
  const canLink = !isLinked && standing !== null && NEEDS_A_LINK.includes(standing);
  return {
    key: `hike:${product.id}`,
    hike: hikeSide(product),
    bigcommerce: partner && storeSide(partner, context),
    standing,
    sentence: view?.sentence ?? sentenceOf(listed, context),
    problem: view,
    changes: (plan?.changes ?? []).map(({ field, sku, before, after }) => ({ label: fieldLabel(field, sku), before, after })),
    levels: (plan?.levels ?? []).map(levelView),
    goesToZero: plan?.goesToZero ?? [],
    priceMove: plan?.priceMove == null ? null : percent(plan.priceMove),
    duplicateIn: standing === 'duplicate' ? 'hike' : null,
    candidates: (plan?.candidates ?? []).map(({ productId, name, skus = null }) => ({ id: productId, name, skus, url: productUrl(context.controlPanelUrl, productId) })),
    can: {
      link: canLink,
      // Structures that differ cannot be linked, whoever is meant.
      linkCandidate: canLink && standing !== 'clash' && plan?.candidates.length === 1,
      unlink: isLinked,
      ignore: standing !== null && standing !== 'ignored' && !isLinked && standing !== 'left-out',
      unignore: standing === 'ignored',
      hide: standing === 'removed' || (standing === 'kept' && partner?.isVisible === true),
      // What Hike still has is never deleted.
      delete: standing === 'removed' || (standing === 'kept' && isGone),
      keep: standing === 'removed',
      sendToHike: false,
      retry: standing === 'refused',
    },
  };
};

/** A row of the match desk for a product that is in BigCommerce alone. */
export const storeProductRow = (product: StoreProduct, { controlPanelUrl, isIgnored }: { controlPanelUrl: string | null; isIgnored: boolean }): ProductRow => ({
  key: `bigcommerce:${product.id}`,
  hike: null,
  bigcommerce: storeSide(product, { controlPanelUrl }),
  standing: isIgnored ? 'ignored' : null,
  sentence: isIgnored ? 'Put aside by a person' : 'Only in BigCommerce; left as it is',
  problem: null,
  changes: [],
  levels: [],
  goesToZero: [],
  priceMove: null,
  duplicateIn: null,
  candidates: [],
  can: { link: false, linkCandidate: false, unlink: false, ignore: !isIgnored, unignore: isIgnored, hide: false, delete: false, keep: false, sendToHike: !isIgnored, retry: false },
});

export const hikeSide = ({ id, name, variants }: HikeProduct): NonNullable<ProductRow['hike']> => ({ id, name, skus: skusOf(variants) });

const storeSide = (product: StoreProduct, { controlPanelUrl }: { controlPanelUrl: string | null }): NonNullable<ProductRow['bigcommerce']> => ({
  id: product.id,
  name: product.name,
  skus: skusOf(product.variants),
  url: productUrl(controlPanelUrl, product.id),
});

const skusOf = (variants: readonly { sku: string }[]): string[] => variants.map(({ sku }) => sku).filter((sku) => sku !== '');
