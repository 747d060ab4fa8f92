import { expect, it } from 'vitest';
import { emailKey } from './email-key';

it.each([
  [' Ana@Example.COM ', 'ana@example.com'],
  ['ana', null],
  ['ana@', null],
  ['ana diaz@example.com', null],
  ['ana@example.com or ask', null],
  ['a@b@example.com', null],
  ['', null],
])('the e-mail %j compares as %j', (email, key) => {
  expect(emailKey(email)).toBe(key);
});
