import { expect, it } from 'vitest';
import type { Instant } from '../../../domain/instant';
import type { JobContext } from '../job';
import { createSaleLookUps, FAR, NEAR } from './sale-look-ups';

/** The windows that looks at these times of the fifteenth ask for. */
const windowsOf = async (times: readonly string[], reach = NEAR): Promise<string[]> => {
  const asked: string[] = [];
  const sales = { listByDate: async (from: Instant, to: Instant) => (asked.push(`${from.slice(8, 16)} ${to.slice(8, 16)}`), []) };
  const lookUps = createSaleLookUps({ hike: { sales } } as unknown as Pick<JobContext, 'hike'>);
  for (const time of times) await lookUps.around(`2026-01-15T${time}.000Z` as Instant, reach);
  return asked;
};

it.each([
  ['is between two steps', ['03:24:00'], ['15T03:20 15T03:30']],
  ['lies a margin from the steps', ['03:21:00', '03:29:00'], ['15T03:20 15T03:30']],
  ['lies closer to the step before', ['03:20:59'], ['15T03:10 15T03:30']],
  ['lies closer to the step after', ['03:29:01'], ['15T03:20 15T03:40']],
  ['lies close to another', ['03:22:00', '03:28:00'], ['15T03:20 15T03:30']],
  ['lies far from another', ['03:24:00', '03:34:00'], ['15T03:20 15T03:30', '15T03:30 15T03:40']],
])('a sale whose date %s is looked for from step to step, once per window', async (_, times, windows) => {
  expect(await windowsOf(times)).toEqual(windows);
});

it('the last look allows for a day around it, in quarters of a day', async () => {
  expect(await windowsOf(['03:24:00', '05:59:00', '06:01:00'], FAR)).toEqual(['14T00:00 16T06:00', '14T06:00 16T12:00']);
});
