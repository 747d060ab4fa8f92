import { HikeProductId } from '../../domain/ids';
import type { HikeProductFacts } from '../../engine/ports/hike';
import type { SkuRowWire } from './sku-row-wire';

const folded = (sku: string): string => sku.trim().toLowerCase();

const isParent = ({ parentId, has_variants: hasVariants, product_variants: variants }: SkuRowWire): boolean =>
  parentId === null && (hasVariants === true || (variants ?? []).length > 0);

const factsOf = (id: number, { name, sku }: { name: string; sku: string }): HikeProductFacts => ({ id: HikeProductId.parse(id), name, sku: sku.trim() });

/**
 * What can be sold under a SKU. `Filter` matches parts of SKU, barcode and name, so rows are compared here. A variant
 * stands in the list twice, as a row of its own and within its parent; its own row has the id that a sale names, so the
 * parent's mention counts only where no such row came along.
 */
export const productsWithSku = (rows: readonly SkuRowWire[], sku: string): HikeProductFacts[] => {
  const wanted = folded(sku);
  if (wanted === '') return [];
  const sold = rows.filter((row) => !isParent(row) && folded(row.sku) === wanted);
  const families = new Set(sold.map(({ parentId }) => parentId));
  const mentioned = rows
    .filter((row) => isParent(row) && !families.has(row.id))
    .flatMap(({ name, product_variants: variants }) => (variants ?? []).map((variant) => ({ ...variant, name: `${name} / ${variant.variant_name}` })))
    .filter((variant) => folded(variant.sku) === wanted);
  const found = [...sold.map((row) => factsOf(row.id, row)), ...mentioned.map((variant) => factsOf(variant.prod_variant_id, variant))];
  return [...new Map(found.map((facts) => [facts.id, facts])).values()];
};
