import type { ProductAction, ProductActionAnswer } from '../../lib/domain/views/product-views';

/** One part after the other until nothing is left; `onPart` hears how many were done so far. */
export const actThrough = async (
  action: ProductAction,
  act: (part: ProductAction) => Promise<ProductActionAnswer>,
  onPart: (done: number) => void,
): Promise<ProductActionAnswer> => {
  const whole: ProductActionAnswer = { done: 0, notDone: [], next: null };
  let part: ProductAction | null = action;
  while (part !== null) {
    const { done, notDone, next }: ProductActionAnswer = await act(part);
    whole.done += done;
    whole.notDone.push(...notDone);
    onPart(whole.done);
    part = next !== null && 'all' in part ? { ...part, all: { ...part.all, after: next } } : null;
  }
  return whole;
};
