import { describe, expect, it } from 'vitest';
import { AccessLost, BrokenContract, LeaseLost, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { inFlight } from './in-flight';

const items = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What is under way at once, while each item waits for a turn. */
const mostAtOnce = async (count: number, atOnce?: number): Promise<number> => {
  let [now, most] = [0, 0];
  await inFlight(
    items(count),
    async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
    },
    atOnce,
  );
  return most;
};

const failing = async (error: Error, { told = false } = {}) => {
  const tried: number[] = [];
  const failed = await inFlight(
    items(5),
    async (item, close) => {
      tried.push(item);
      if (item !== 1) return;
      if (!told) throw error;
      close(error);
    },
    1,
  );
  return { tried, failed };
};

describe('work on many items', () => {
  it.each([
    [20, undefined, 8],
    [3, undefined, 3],
    [20, 4, 4],
    [0, undefined, 0],
  ])('of %i, %s at once, has as many under way', async (count, atOnce, most) => {
    expect(await mostAtOnce(count, atOnce)).toBe(most);
  });

  it.each([new QuotaExhausted('bigcommerce', 1000), new AccessLost('bigcommerce'), new LeaseLost('killed')])('ends for all that follow where it would be the same for each: %s', async (error) => {
    expect(await failing(error)).toEqual({ tried: [0, 1], failed: [1, 2, 3, 4].map((item) => ({ item, error })) });
    // Of those that failed among others the work itself tells.
    expect(await failing(error, { told: true })).toEqual({ tried: [0, 1], failed: [2, 3, 4].map((item) => ({ item, error })) });
  });

  it.each([
    new TransientFailure('503', null, 'bigcommerce'),
    new UnknownOutcome('cut'),
    new BrokenContract('bigcommerce', 'odd'),
    new RefusedByVendor({ side: 'bigcommerce', status: 422, reason: 'No.' }),
  ])('goes on with the others where one fails for itself: %s', async (error) => {
    expect(await failing(error)).toEqual({ tried: [0, 1, 2, 3, 4], failed: [{ item: 1, error }] });
    expect(await failing(error, { told: true })).toEqual({ tried: [0, 1, 2, 3, 4], failed: [] });
  });
});
