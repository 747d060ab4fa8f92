import { expect, test } from 'vitest';
import { choiceWords, countOfTab, shownTabs, verbsOf } from './customer-words';

const counts = { waiting: 0, linked: 40, 'no-details': 7, ask: 2, refused: 0, ignored: 0 };

test('shows all customers, the states that somebody is in, and the one that is open; what needs a person comes first', () => {
  expect(shownTabs(counts, 'all')).toEqual(['all', 'ask', 'linked', 'no-details']);
  expect(shownTabs(counts, 'ignored')).toEqual(['all', 'ask', 'linked', 'no-details', 'ignored']);
  expect(countOfTab(counts, 'all')).toBe(49);
});

test('offers nothing for those who lack details: they are completed in Hike', () => {
  expect(verbsOf('no-details')).toEqual([]);
  expect(verbsOf('refused')).toEqual(['retry', 'ignore']);
});

test('says what a choice among several comes to', () => {
  const ana = { name: 'Ana Diaz', email: 'both@example.com' };
  expect(choiceWords(ana, null)).toBe('Ana Diaz is never sent.');
  expect(choiceWords(ana, 7)).toBe('The choice for Ana Diaz is kept.');
  expect(choiceWords(ana, 'create')).toBe('Ana Diaz is sent to BigCommerce. Nobody else in Hike is sent with the e-mail both@example.com.');
});
