import { expect, it } from 'vitest';
import { isOpen, Result } from './entry';

it('is open while something is still to happen, by us or by a person', () => {
  expect(Result.options.filter(isOpen)).toEqual(['waiting', 'retrying', 'checking', 'needs-you']);
});
