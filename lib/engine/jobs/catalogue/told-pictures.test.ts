import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../../domain/problems';
import { doneBut, sentAgainMessage, standingBut } from './missed-pictures';
import { IN_STEP } from './product-work';

const missed = (...names: string[]): Problem[] => names.map((name) => problem('image-unreachable', { url: name }));
const waits = problem('product-not-online');

describe('what the log says of a product with pictures', () => {
  it.each([
    [0, ''],
    [1, '1 picture was deleted in BigCommerce and has been sent again, because Hike decides about pictures.'],
    [2, '2 pictures were deleted in BigCommerce and have been sent again, because Hike decides about pictures.'],
  ])('of %i that were deleted in BigCommerce', (count, expected) => {
    expect(sentAgainMessage(count)).toBe(expected);
  });

  it('is done where none is missing, with its detail where there is one', () => {
    expect(doneBut([], { message: 'Updated: Price.' })).toEqual({ result: 'done', message: 'Updated: Price.' });
    expect(doneBut([], { message: 'Updated: Price.', detail: { changes: [] } })).toEqual({ result: 'done', message: 'Updated: Price.', detail: { changes: [] } });
  });

  it.each<[Problem[], string]>([
    [missed('a'), '1 picture could not be sent. The picture a cannot be fetched.'],
    [missed('a', 'b', 'c'), '3 pictures could not be sent. The picture a cannot be fetched. The picture b cannot be fetched. The picture c cannot be fetched.'],
    [
      missed('a', 'b', 'c', 'd'),
      '4 pictures could not be sent. The picture a cannot be fetched. The picture b cannot be fetched. The picture c cannot be fetched. And 1 more.',
    ],
  ])('tells of those that are missing, three in full', (problems, expected) => {
    expect(doneBut(problems, { message: '' })).toEqual({ result: 'needs-you', message: expected, problem: problems[0] });
  });

  it('says first what a person has to decide besides, and keeps that as the problem', () => {
    const outcome = doneBut(missed('a'), { message: 'Updated: Price.', detail: { changes: [] }, waits });
    expect(outcome).toMatchObject({ result: 'needs-you', problem: waits, detail: { changes: [] } });
    expect(outcome.message).toMatch(/^Updated: Price\. .+ 1 picture could not be sent\. The picture a cannot be fetched\.$/);
    expect(outcome.message).not.toContain('Updated: Price. 1 picture');
  });
});

describe('where a product with pictures stands', () => {
  const plan = { ...IN_STEP, standing: 'update' as const, changes: [{ field: 'price' as const, sku: null, before: '1', after: '2' }] };

  it('is in step where all were sent', () => {
    expect(standingBut([], plan)).toEqual(IN_STEP);
  });

  it('is refused where one is missing, for the first of them', () => {
    expect(standingBut(missed('a', 'b'), plan)).toEqual({ ...IN_STEP, standing: 'refused', problem: missed('a')[0] });
  });

  it('still waits for a person where it was removed from Hike, with nothing else to be written', () => {
    const removed = { ...plan, standing: 'removed' as const, problem: waits };
    expect(standingBut(missed('a'), removed)).toEqual({ ...removed, changes: [] });
  });
});
