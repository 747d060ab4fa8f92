import { expect, test } from 'vitest';
import { importNews } from './import-news';

const problem = { code: 'product-without-sku', sentence: '“Cap” has no SKU.', remedy: 'Give it one.', action: 'link-product' as const };
const told = { stateSentence: 'Ready', problem: null, canImport: true };

test('names the sale once the order is imported', () => {
  expect(importNews({ ...told, state: 'imported', stateSentence: 'Imported as sale BC-1042' })).toEqual({ kind: 'success', title: 'Imported as sale BC-1042', text: null });
});

test.each(['needs-you', 'changed'] as const)('leaves the words to the problem of an order that is %s, and has its own without one', (state) => {
  expect(importNews({ ...told, state, stateSentence: problem.sentence, problem })).toMatchObject({ kind: 'warning', text: null });
  expect(importNews({ ...told, state, stateSentence: 'Needs you' })).toMatchObject({ text: 'Needs you' });
});

test('says that an order left out by a person can be imported, and not that one left out by rule can', () => {
  expect(importNews({ ...told, state: 'left-out' }).text).toContain('import it all the same');
  expect(importNews({ ...told, state: 'left-out', problem, canImport: false }).text).toBeNull();
});

test('promises that nothing is added twice while an answer is lost', () => {
  expect(importNews({ ...told, state: 'checking', canImport: false }).text).toContain('nothing is added twice');
});
