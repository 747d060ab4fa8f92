import { expect, it } from 'vitest';
import type { ProductId } from '../ids';
import type { OrderDraft } from '../order';
import { orderWithoutProducts, productsOfDraft } from './order-without-products';

const line = (productId: number | null) => ({ variant: productId === null ? null : { productId, variantId: productId + 100 }, name: 'Canvas tote', quantity: 2 });
const draft = (...lines: unknown[]) => ({ saleId: 501, lines }) as unknown as OrderDraft;

it('names what is gone, and leaves the other lines to their products', () => {
  const gone = new Set([111 as ProductId]);
  expect(orderWithoutProducts(draft(line(111), line(112), line(null)), gone)).toEqual(draft(line(null), line(112), line(null)));
});

it('tells each product once', () => {
  expect(productsOfDraft(draft(line(111), line(112), line(111), line(null)))).toEqual([111, 112]);
});
