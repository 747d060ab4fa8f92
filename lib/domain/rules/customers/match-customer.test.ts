import { describe, expect, it } from 'vitest';
import type { CustomerId } from '../../ids';
import { type CustomerMatch, matchCustomer } from './match-customer';

const ids = (...all: number[]) => all as CustomerId[];

describe('a customer found by e-mail', () => {
  it.each<[string, CustomerId[], CustomerId[], number, unknown]>([
    ['is created where nobody has it', ids(), ids(), 0, { kind: 'create' }],
    ['is linked with the only one', ids(70), ids(), 0, { kind: 'link', id: 70 }],
    ['is asked about among several', ids(70, 71), ids(), 0, { kind: 'ask', candidates: [70, 71] }],
    ['is asked about where it belongs to another', ids(70), ids(70), 0, { kind: 'ask', candidates: [70] }],
    ['is asked about where Hike has two of them', ids(70), ids(), 1, { kind: 'ask', candidates: [70] }],
    ['is asked about where Hike has two and BigCommerce none', ids(), ids(), 1, { kind: 'ask', candidates: [] }],
  ])('%s', (_, found, taken, rivals, match) => {
    expect(matchCustomer({ found, taken: new Set(taken), rivals })).toEqual(match as CustomerMatch);
  });
});
