import { expect, it } from 'vitest';
import type { ComparisonView } from '../../lib/domain/views/reconciliation-view';
import { comparisonState } from './comparison-state';

const last = {} as ComparisonView;

it.each([
  [{ last: null, isRunning: false, open: 0, fixing: 0 }, 'Not compared yet', 'secondary'],
  [{ last, isRunning: false, open: 0, fixing: 0 }, 'Both sides agree', 'success'],
  [{ last, isRunning: false, open: 0, fixing: 2 }, '2 being fixed', 'warning'],
  [{ last, isRunning: false, open: 1, fixing: 2 }, '1 difference', 'danger'],
  [{ last, isRunning: true, open: 1, fixing: 0 }, 'Comparing', 'secondary'],
])('says of %j: %s', (view, label, variant) => {
  expect(comparisonState(view)).toEqual({ label, variant });
});
