import { expect, it } from 'vitest';
import { preferredLanguage } from './preferred-language';

it.each([
  ['en-AU,en;q=0.9', 'en-AU'],
  [' fr ;q=1', 'fr'],
  ['zh-Hant-TW, en', 'zh-Hant-TW'],
  ['*', undefined],
  ['', undefined],
  [null, undefined],
  ['<script>, en', undefined],
  [`en-${'x'.repeat(40)}`, undefined],
])('a browser that accepts %j prefers %j', (accepted, language) => {
  expect(preferredLanguage(new Request('https://app.example/', accepted === null ? {} : { headers: { 'accept-language': accepted } }))).toBe(language);
});
