import { describe, expect, it } from 'vitest';
import { fuzzCall, VENDOR_CALLS } from './fuzz-vendors';

const INPUTS = 60;
const seed = Date.now() % 2 ** 31;

describe('a vendor that answers anything at all', () => {
  it.each(VENDOR_CALLS)('ends in a value that can be kept or a named failure: $name', async (call) => {
    const tally = await fuzzCall(call, { inputs: INPUTS, seed });
    expect(Object.values(tally).reduce((sum, times) => sum + times, 0)).toBe(INPUTS);
  });
});
