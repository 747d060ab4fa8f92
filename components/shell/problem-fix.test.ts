import { expect, test } from 'vitest';
import type { ProblemAction } from '../../lib/domain/problems';
import { problemFix } from './problem-fix';

const problem = (code: string, action: ProblemAction) => ({ code, sentence: 'No.', remedy: 'Do this.', action });
const places = { storeHash: 'abc', reopenUrl: 'https://cp.example/manage/app/1', orderUrl: 'https://cp.example/manage/orders/7' };

test.each([
  ['payment-unmapped', '/store/abc/settings#payments'],
  ['tax-differs', '/store/abc/settings#taxes'],
  ['register-gone', '/store/abc/settings#outlet'],
  ['settings-missing', '/store/abc/settings'],
])('leads from %s to its section of Settings', (code, href) => {
  expect(problemFix(problem(code, 'open-settings'), places)).toEqual({ kind: 'link', href, label: 'Open Settings' });
});

test.each([
  ['products-not-started', '/store/abc/products'],
  ['product-match-ambiguous', '/store/abc/products/match?tab=ambiguous'],
  ['product-gone-from-hike', '/store/abc/products/match?tab=removed'],
  ['product-name-taken', '/store/abc/products/match?tab=refused'],
])('leads from %s to where it is decided', (code, href) => {
  expect(problemFix(problem(code, 'open-products'), places)).toEqual({ kind: 'link', href, label: 'Open Products' });
});

test('leads to held counts, to stock, and to the customers of Hike that wait for a choice', () => {
  expect(problemFix(problem('stock-held', 'open-stock'), places)).toMatchObject({ href: '/store/abc/products/stock?held=true' });
  expect(problemFix(problem('stock-moved-outside', 'open-stock'), places)).toMatchObject({ href: '/store/abc/products/stock' });
  expect(problemFix(problem('customer-match-ambiguous', 'choose-customer'), places)).toMatchObject({ href: '/store/abc/customers?state=ask' });
});

test('opens the order beside the app, and the app anew in place of the control panel', () => {
  expect(problemFix(problem('order-part-paid', 'open-order'), places)).toMatchObject({ href: places.orderUrl, target: 'blank' });
  expect(problemFix(problem('store-needs-reauthorising', 'reinstall'), places)).toMatchObject({ href: places.reopenUrl, target: 'top' });
});

test('offers no link that leads nowhere', () => {
  const nowhere = { storeHash: 'abc', reopenUrl: null, orderUrl: null };
  expect(problemFix(problem('order-part-paid', 'open-order'), nowhere)).toEqual({ kind: 'none' });
  expect(problemFix(problem('store-needs-reauthorising', 'reinstall'), nowhere)).toEqual({ kind: 'none' });
});

test.each(['retry', 'link-product', 'choose-customer'] as const)('offers to try again for %s', (action) => {
  expect(problemFix(problem('product-not-in-hike', action), places)).toEqual({ kind: 'retry' });
});
