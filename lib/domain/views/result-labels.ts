import type { Result } from '../entry';

/** How a result reads on a page. */
export const RESULT_LABELS: Record<Result, string> = {
  done: 'Done',
  'no-change': 'No change',
  waiting: 'Waiting',
  retrying: 'Retrying',
  checking: 'Checking',
  'needs-you': 'Needs you',
  'left-out': 'Left out by rule',
  ignored: 'Ignored',
};
