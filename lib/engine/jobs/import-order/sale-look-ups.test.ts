import { expect, it } from 'vitest';
import type { Instant } from '../../../domain/instant';
import type { JobContext } from '../job';
import { createSaleLookUps } from './sale-look-ups';

const MINUTE = 60_000;

/** The windows that looks at these times of the day ask for, a minute around each, in steps of ten. */
const windowsOf = async (...times: string[]): Promise<string[]> => {
  const asked: string[] = [];
  const sales = { listByDate: async (from: Instant, to: Instant) => (asked.push(`${from.slice(11, 19)} ${to.slice(11, 19)}`), []) };
  const lookUps = createSaleLookUps({ hike: { sales } } as unknown as Pick<JobContext, 'hike'>);
  for (const time of times) await lookUps.around(`2026-01-15T${time}.000Z` as Instant, { marginMs: MINUTE, stepMs: 10 * MINUTE });
  return asked;
};

it.each([
  ['is between two steps', ['03:24:00'], ['03:20:00 03:30:00']],
  ['lies a margin from the steps', ['03:21:00', '03:29:00'], ['03:20:00 03:30:00']],
  ['lies closer to the step before', ['03:20:59'], ['03:10:00 03:30:00']],
  ['lies closer to the step after', ['03:29:01'], ['03:20:00 03:40:00']],
  ['lies close to another', ['03:22:00', '03:28:00'], ['03:20:00 03:30:00']],
  ['lies far from another', ['03:24:00', '03:34:00'], ['03:20:00 03:30:00', '03:30:00 03:40:00']],
])('a sale whose date %s is looked for from step to step, once per window', async (_, times, windows) => {
  expect(await windowsOf(...times)).toEqual(windows);
});
