import { expect, test } from 'vitest';
import type { OrderPanelView, OrderRow } from '../../lib/domain/views/views';
import { panelRefresh } from './panel-refresh';

const view = (order: Pick<OrderRow, 'state'> | null, isReading = false) => ({ order, isReading }) as OrderPanelView;

test.each<OrderRow['state']>(['importing', 'checking'])('looks often while the order is %s', (state) => {
  expect(panelRefresh(view({ state }))).toBeLessThanOrEqual(2_000);
});

test('looks often while the order is still to be read', () => {
  expect(panelRefresh(view(null, true))).toBeLessThanOrEqual(2_000);
  expect(panelRefresh(undefined)).toBeLessThanOrEqual(2_000);
});

test.each<OrderRow['state']>(['to-import', 'needs-you', 'imported', 'changed', 'left-out'])('looks rarely at an order that is %s', (state) => {
  expect(panelRefresh(view({ state }))).toBe(10_000);
});
