import type { HikeProduct, HikeProductRow, HikeVariant } from '../../hike-product';
import type { HikeProductId } from '../../ids';
import type { Instant } from '../../instant';

type ChildRow = Extract<HikeProductRow, { kind: 'child' }>;

/** Without a time, nothing can be told to be older; later rows of a list win then. */
const isOlder = (one: Instant | null, other: Instant | null): boolean => one !== null && other !== null && one < other;

const latest = (one: Instant | null, other: Instant | null): Instant | null => (one === null || isOlder(one, other) ? other : one);

const newestBy = <Row extends { modifiedAt: Instant | null }>(rows: readonly Row[], idOf: (row: Row) => HikeProductId): Map<HikeProductId, Row> => {
  const newest = new Map<HikeProductId, Row>();
  for (const row of rows) {
    const seen = newest.get(idOf(row));
    if (!seen || !isOlder(row.modifiedAt, seen.modifiedAt)) newest.set(idOf(row), row);
  }
  return newest;
};

/** A parent's row does not tell its children's own names; they are kept until the product is renamed. */
const withKnownNames = (told: HikeProduct, known: HikeProduct): HikeProduct => {
  if (told.name !== known.name) return told;
  const names = new Map(known.variants.map(({ id, name }) => [id, name]));
  return { ...told, variants: told.variants.map((variant) => ({ ...variant, name: names.get(variant.id) ?? variant.name })) };
};

/** A child's row may lack what its parent tells of it: nobody has seen pictures in one yet (reference: hike-api 4.3). */
const takenOver = (variant: HikeVariant, child: HikeVariant): HikeVariant => ({
  ...child,
  values: child.values.length > 0 ? child.values : variant.values,
  images: child.images.length > 0 ? child.images : variant.images,
});

/** `null` where the child cannot be placed: its values are not told, or the product was a single one until now. */
const withChild = (product: HikeProduct, child: HikeVariant, isStale: boolean): HikeProduct | null => {
  const at = product.variants.findIndex(({ id }) => id === child.id);
  const before = product.variants[at];
  if (before) return { ...product, variants: product.variants.with(at, isStale ? { ...before, name: child.name } : takenOver(before, child)) };
  // A parent's row lists its children: one that it leaves out was deleted after the child's own row was written.
  if (isStale) return product;
  const isPlaced = product.options.length > 0 && child.values.length === product.options.length;
  return isPlaced ? { ...product, variants: [...product.variants, child] } : null;
};

const putTogether = (told: HikeProduct | undefined, known: HikeProduct | undefined, children: readonly ChildRow[]): HikeProduct | null => {
  let product: HikeProduct | null = told && known ? withKnownNames(told, known) : (told ?? known ?? null);
  let modifiedAt = product?.modifiedAt ?? null;
  for (const child of children) {
    product &&= withChild(product, child.variant, told !== undefined && isOlder(child.modifiedAt, told.modifiedAt));
    modifiedAt = latest(modifiedAt, child.modifiedAt);
  }
  return product && { ...product, modifiedAt };
};

/**
 * Whole products from the rows of a list, which brings parents and children in any order and a child now and then alone
 * (reference: hike-api 4.3). `known` is what was kept of the rows' products (by parent id); rows were read later and
 * hold. Between rows of the same thing the newest holds, so the same facts told twice do no harm. `products` has each
 * product that a row touched, in the order of the rows; `orphans` are parents to read by id, for their rows do not tell
 * enough.
 */
export const hikeProductsFromRows = (
  rows: readonly HikeProductRow[],
  known: ReadonlyMap<HikeProductId, HikeProduct>,
): { products: HikeProduct[]; orphans: HikeProductId[] } => {
  const told = newestBy(rows.flatMap((row) => (row.kind === 'product' ? [row.product] : [])), ({ id }) => id);
  const children = [...newestBy(rows.flatMap((row) => (row.kind === 'child' ? [row] : [])), ({ variant }) => variant.id).values()];
  const products: HikeProduct[] = [];
  const orphans: HikeProductId[] = [];
  for (const id of new Set(rows.map((row) => (row.kind === 'product' ? row.product.id : row.parentId)))) {
    const product = putTogether(told.get(id), known.get(id), children.filter(({ parentId }) => parentId === id));
    // A parent whose children no row has told of yet can be read whole.
    if (product && product.variants.length > 0) products.push(product);
    else orphans.push(id);
  }
  return { products, orphans };
};
