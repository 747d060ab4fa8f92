import { describe, expect, it } from 'vitest';
import type { OutletId } from '../ids';
import type { Outlet } from '../shop-lists';
import { shopFingerprintParts, shopNameFromOutlets } from './shop-identity';

const outlet = (id: number, name: string): Outlet => ({ id: id as OutletId, name, isActive: true });

describe('which shop it is', () => {
  it('does not depend on the order of its outlets, nor on whether one is closed', () => {
    const parts = shopFingerprintParts([outlet(1, 'A'), outlet(2, 'B')]);
    expect(shopFingerprintParts([{ ...outlet(2, 'B '), isActive: false }, outlet(1, 'A')])).toBe(parts);
  });

  it.each([
    ['another id', [outlet(3, 'A')]],
    ['another name', [outlet(1, 'Z')]],
    ['one more', [outlet(1, 'A'), outlet(2, 'B')]],
    ['names that run into each other', [outlet(1, 'A"],[2,"B')]],
  ])('differs by %s', (_, outlets) => {
    expect(shopFingerprintParts(outlets)).not.toBe(shopFingerprintParts([outlet(1, 'A')]));
    expect(shopFingerprintParts(outlets)).not.toBe(shopFingerprintParts([outlet(1, 'A'), outlet(2, 'C')]));
  });

  it.each([
    [[], 'a shop without outlets'],
    [[outlet(1, 'Queen St')], 'Queen St'],
    [[outlet(2, 'B'), outlet(1, 'A')], 'A, B'],
    [[outlet(1, 'A'), outlet(2, 'B'), outlet(3, 'C'), outlet(4, 'D')], 'A, B and 2 more'],
  ])('is called after its outlets', (outlets, name) => {
    expect(shopNameFromOutlets(outlets)).toBe(name);
  });
});
