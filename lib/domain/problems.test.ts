import { describe, expect, it } from 'vitest';
import { explainProblem, isProblem, Problem, problem } from './problems';

describe('explainProblem', () => {
  it('fills in the details', () => {
    expect(explainProblem(problem('currency-differs', { order: 'USD', hike: 'AUD' }))).toEqual({
      sentence: 'The order is in USD, but Hike works in AUD.',
      remedy: 'Record this sale in Hike by hand, then leave the order out, so that its goods are not held back as well.',
      action: 'open-order',
    });
  });

  it('counts differences in words that fit one as well as many', () => {
    expect(explainProblem(problem('differences-found', { count: '1' })).sentence).toBe('Differences between BigCommerce and Hike: 1.');
  });

  it('promises nothing to an order that is cancelled or refunded', () => {
    expect(explainProblem(problem('order-called-off', { status: 'Refunded' }))).toEqual({ sentence: 'It is “Refunded”, so there is nothing to import.', remedy: 'Nothing to do.', action: 'none' });
  });

  it('leaves a hole where a detail is missing, rather than invent one', () => {
    expect(explainProblem(problem('tax-unmapped')).sentence).toBe('No Hike tax is set for {taxClass}.');
  });

  it.each(Problem.shape.code.options)('says %s in sentences that end as sentences do', (code) => {
    const { sentence, remedy } = explainProblem(problem(code));
    expect(sentence).toMatch(/^[A-Z“{].*[.}]$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  });
});

describe('isProblem', () => {
  it.each([
    ['a problem', problem('order-empty'), true],
    ['a word', 'Parked', false],
    ['nothing', null, false],
    ['something else with a code', { code: 'AUD' }, false],
  ])('tells %s', (_, value, expected) => {
    expect(isProblem(value)).toBe(expected);
  });
});
