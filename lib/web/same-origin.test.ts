import { expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

const APP = 'https://app.example';
const sent = (headers: Record<string, string>) => isSameOrigin(new Request(APP, { method: 'POST', headers }), APP);

it.each([
  ['a page of ours', { origin: APP, 'sec-fetch-site': 'same-origin' }, true],
  ['a page of ours in a browser that does not say where from', { origin: APP }, true],
  ['another origin', { origin: 'https://evil.example' }, false],
  ['another site that names our origin', { origin: APP, 'sec-fetch-site': 'cross-site' }, false],
  ['nobody known', {}, false],
])('knows %s', (_, headers, isOurs) => {
  expect(sent(headers)).toBe(isOurs);
});
