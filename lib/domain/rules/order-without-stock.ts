import type { OrderDraft } from '../order';

/** The words are not proven (reference: bigcommerce 6.2, "Insufficient stock"), so any refusal that speaks of stock is taken for one. */
export const isForStock = (reason: string): boolean => /stock|inventory/i.test(reason);

/**
 * What was sold at the till was there, whatever BigCommerce still shows: so its lines are sold as custom lines, which take
 * nothing from BigCommerce's stock. `null` where they are that already.
 */
export const orderWithoutStock = (draft: OrderDraft): OrderDraft | null =>
  draft.lines.some(({ variant }) => variant !== null) ? { ...draft, lines: draft.lines.map((line) => ({ ...line, variant: null })) } : null;
