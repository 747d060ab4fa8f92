import type { ProductId } from '../ids';
import type { OrderDraft } from '../order';

/** Products of the draft's lines, each once. */
export const productsOfDraft = ({ lines }: OrderDraft): ProductId[] => [...new Set(lines.flatMap(({ variant }) => (variant === null ? [] : [variant.productId])))];

/** What BigCommerce has no longer was sold at the till all the same: custom lines name it. */
export const orderWithoutProducts = (draft: OrderDraft, gone: ReadonlySet<ProductId>): OrderDraft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.variant !== null && gone.has(line.variant.productId) ? { ...line, variant: null } : line)),
});
