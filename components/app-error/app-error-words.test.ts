import { expect, test } from 'vitest';
import { APP_ERROR_REASONS, appErrorReason } from '../../lib/domain/views/app-error-reasons';
import { APP_ERROR_WORDS } from './app-error-words';

test.each(APP_ERROR_REASONS)('says of %s what happened and what to do, in whole sentences', (reason) => {
  const { title, sentence, next } = APP_ERROR_WORDS[reason];
  expect(title).not.toBe('');
  for (const text of [sentence, next]) expect(text).toMatch(/^[A-Z].*\.$/);
});

test('tells each reason apart', () => {
  expect(new Set(APP_ERROR_REASONS.map((reason) => APP_ERROR_WORDS[reason].title)).size).toBe(APP_ERROR_REASONS.length);
});

test('reports a success for nothing but a connection', () => {
  expect(APP_ERROR_REASONS.filter((reason) => APP_ERROR_WORDS[reason].isGood)).toEqual(['hike-connected']);
});

test.each([undefined, '', 'HIKE-CONNECTED', 'constructor', '<b>free money</b>'])('reads %j as unknown', (text) => {
  expect(APP_ERROR_WORDS[appErrorReason(text)].title).toBe('Something went wrong');
});
