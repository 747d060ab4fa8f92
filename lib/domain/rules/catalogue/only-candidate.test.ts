import { describe, expect, it } from 'vitest';
import { type CandidateFacts, onlyCandidate } from './only-candidate';

const FREE: CandidateFacts = { wantedBy: [], isTaken: false, isAside: false };
const [BAG, SACK] = [{ productId: 111, name: 'Bag' }, { productId: 112, name: 'Sack' }];

describe('the only candidate of a product', () => {
  it('is linked where nobody else wants it', () => {
    expect(onlyCandidate('Tote', [BAG], () => FREE)).toEqual({ kind: 'link', productId: 111 });
  });

  it.each<[string, (typeof BAG)[], Partial<CandidateFacts>, RegExp]>([
    ['there is none', [], {}, /^Nothing in BigCommerce looks like “Tote”/],
    ['there are several', [BAG, SACK], {}, /“Tote” could be any of 2 products/],
    ['it is linked with another', [BAG], { isTaken: true }, /“Bag”, the only candidate of “Tote”, is linked with another/],
    ['a person put it aside', [BAG], { isAside: true }, /“Bag”, the only candidate of “Tote”, was put aside/],
    ['another wants it as well', [BAG], { wantedBy: ['Tote bag'] }, /“Bag” could be “Tote” or “Tote bag”/],
  ])('is not linked where %s, and says so', (_, candidates, facts, sentence) => {
    expect(onlyCandidate('Tote', candidates, () => ({ ...FREE, ...facts }))).toEqual({ kind: 'refused', sentence: expect.stringMatching(sentence) });
  });
});
