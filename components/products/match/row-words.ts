import type { ProductRow } from '../../../lib/domain/views/product-views';

type Variant = 'danger' | 'secondary' | 'success' | 'warning' | 'primary';

interface RowBadge {
  label: string;
  variant: Variant;
}

/** Red is for what waits for a person, and for nothing else. */
const BADGES: Record<NonNullable<ProductRow['standing']>, RowBadge> = {
  create: { label: 'New', variant: 'primary' },
  update: { label: 'Changes', variant: 'primary' },
  unchanged: { label: 'In step', variant: 'success' },
  ambiguous: { label: 'Needs you', variant: 'danger' },
  clash: { label: 'Needs you', variant: 'danger' },
  duplicate: { label: 'Needs you', variant: 'danger' },
  refused: { label: 'Needs you', variant: 'danger' },
  removed: { label: 'Gone from Hike', variant: 'warning' },
  kept: { label: 'Decided', variant: 'secondary' },
  'left-out': { label: 'Left out', variant: 'secondary' },
  ignored: { label: 'Put aside', variant: 'secondary' },
};

export const rowBadge = ({ standing, hike, duplicateIn, levels }: Pick<ProductRow, 'standing' | 'hike' | 'duplicateIn' | 'levels'>): RowBadge => {
  // It says which side; BigCommerce's own go on as they are until somebody mends them.
  if (duplicateIn !== null) return duplicateIn === 'hike' ? { label: 'Twice in Hike', variant: 'danger' } : { label: 'Twice in BigCommerce', variant: 'warning' };
  if (standing !== null) return BADGES[standing === 'unchanged' && levels.length > 0 ? 'update' : standing];
  return { label: hike === null ? 'Only here' : 'Not compared', variant: 'secondary' };
};

const SHOWN_SKUS = 4;

/** "TEE-S, TEE-M and 7 more". */
export const skusWords = (skus: readonly string[]): string => {
  if (skus.length === 0) return 'No SKU';
  const more = skus.length - SHOWN_SKUS;
  return `${skus.slice(0, SHOWN_SKUS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const LONGEST = 280;

/** A field's value on one side; descriptions can be very long, and their beginning tells which it is. */
export const valueWords = (value: string): string => {
  if (value.trim() === '') return 'empty';
  return value.length > LONGEST ? `${value.slice(0, LONGEST).trimEnd()}…` : value;
};

/** What to look at twice before it is written. */
export const rowWarnings = ({ goesToZero, priceMove }: Pick<ProductRow, 'goesToZero' | 'priceMove'>): string[] => [
  ...(goesToZero.length > 0 ? [`Stock goes to zero: ${skusWords(goesToZero)}`] : []),
  ...(priceMove === null ? [] : [`Price moves by ${priceMove}`]),
];
