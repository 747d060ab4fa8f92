import fc from 'fast-check';

/** Each broke some parser somewhere: ends of texts, halves of characters, formulas, markup, names that every object inherits. */
const NASTY = [
  '', ' ', '\0', 'a\0b', '\ud800', '\udc00x', 'x\ud83d', '\ufeff', '\u202e', '\r\n', '\t', '"', "'", '\\', '%', '%00', '%zz', '&#0;', '�',
  '<script>', '<title>', '<!doctype html><html><title>502</title></html>', '<style', '</', '<<<<', '{', '[', '{}', '[]', 'null', 'true', 'undefined', 'NaN', 'Infinity',
  '-0', '0', '-1', '1.5', '1e400', '1e-400', '9007199254740993', '99999999999999999999999', '0x10', '1_000', '٣', '1,5', '.5', '5.', '--1', '1e5', '٠',
  '=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '＝1', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then',
  '../..', '//evil.example', 'https://evil.example/', 'javascript:alert(1)', '/\\evil.example', '/%2f/evil', '$' + '{id}', "'; drop table stores; --", '%_\\%',
  '2026-02-30T00:00:00.000Z', '2026-99-99T99:99:99.999Z', '0000-00-00T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', '-271821-04-20', 'Tue, 05 Mar 2019 21:40:11 +0000',
  'Tue, 99 Foo 9999999 99:99:99 +9999', '1970', '2026-01-15T03:20:00.1234567', '2026-01-15', 'stores/abc123', 'stores/', 'abc123', 'İ', 'ß', 'ﬀ', '👩‍👩‍👧', 'é'.normalize('NFD'),
] as const;

const short = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 12 }));

/** Longer than any field, now and then longer than any body. */
const long = fc
  .tuple(fc.constantFrom('a', '9', '<', '<script ', '[', '(', '\0', '\ud800', 'é', '=', ',', '"', ' '), fc.constantFrom(300, 5_000, 70_000, 300_000))
  .map(([unit, times]) => unit.repeat(times));

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: short },
  { weight: 20, arbitrary: fc.array(short, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: long },
);
