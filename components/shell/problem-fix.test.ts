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
