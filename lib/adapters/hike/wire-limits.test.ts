import { describe, expect, it } from 'vitest';
import { BrokenContract } from '../../engine/ports/failures';
import { productFromWire } from './product-from-wire';
import { productWire } from './product-wire';
import { saleFromWire } from './sale-from-wire';
import { saleWire } from './sale-wire';

const sale = { id: 71, status: 'Completed', transactionDate: '2026-01-15T03:20:00Z', taxInclusive: true, currency: 'AUD', netAmount: 55 };
const level = { outlet_id: 1, on_hand_inventory: 1e300 };

describe('what a wire schema lets through and the domain cannot hold', () => {
  it.each<[string, () => unknown]>([
    ['an amount beyond whole cents', () => saleFromWire(saleWire.parse({ ...sale, netAmount: 1e300 }))],
    ['a count beyond whole units', () => productFromWire(productWire.parse({ id: 812, product_outlets: [level] }))],
  ])('is a broken contract: %s', (_, read) => {
    expect(read).toThrow(BrokenContract);
  });

  it('is no date of a year with six digits', () => {
    expect(saleWire.safeParse({ ...sale, transactionDate: '+275760-09-13T00:00:00Z' }).success).toBe(false);
  });
});
