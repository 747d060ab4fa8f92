import { expect, test } from 'vitest';
import { steadyRows } from './steady-rows';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const steady = (shown: string, fresh: string) => {
  const { rows: kept, arrivals } = steadyRows([...shown], rows(fresh));
  return [kept.map(({ id }) => id).join(''), arrivals];
};

test.each([
  ['shows everything when nothing stood there before', '', 'cba', 'cba', 0],
  ['leaves an unchanged list alone', 'cba', 'cba', 'cba', 0],
  ['holds new rows back and counts them', 'cba', 'edcba', 'cba', 2],
  ['keeps a row in its place when its next attempt moved it to the top', 'cba', 'acb', 'cba', 0],
  ['counts new rows beside a moved one', 'cba', 'dacb', 'cba', 1],
  ['adds the older rows that were asked for', 'cb', 'cba', 'cba', 0],
  ['drops what no longer matches', 'cba', 'ca', 'ca', 0],
  ['starts anew when none of the old rows is left', 'cba', 'fed', 'fed', 0],
  ['empties with the log', 'cba', '', '', 0],
])('%s', (_name, shown, fresh, expected, arrivals) => {
  expect(steady(shown, fresh)).toEqual([expected, arrivals]);
});

test('shows the newest state of a row that stays in its place', () => {
  const { rows: kept } = steadyRows(['b', 'a'], [{ id: 'a', result: 'done' }, { id: 'b', result: 'retrying' }]);
  expect(kept).toEqual([{ id: 'b', result: 'retrying' }, { id: 'a', result: 'done' }]);
});
