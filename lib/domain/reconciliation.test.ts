import { expect, it } from 'vitest';
import { difference, differenceKey, explainDifference } from './reconciliation';

it('a difference is named by its kind and what it is about', () => {
  expect(differenceKey(difference('sale-twice', { subject: '1042', details: {} }))).toBe('sale-twice:1042');
});

it('a difference is told with the details of the case, and a hole where one is missing', () => {
  expect(explainDifference(difference('stock-differs', { subject: '211', details: { bigcommerce: '4', sku: 'TEE-S', location: 'Warehouse' } }))).toEqual({
    sentence: 'BigCommerce shows 4 of TEE-S at Warehouse, but it should be {hike}.',
    remedy: 'Fix publishes Hike’s count again.',
    fix: 'publish-stock',
  });
});
