import { describe, expect, it } from 'vitest';
import { storableJson, storableText } from './storable-text';

describe('what a database cannot hold', () => {
  it.each([
    ['half an emoji at the end', 'Tote \ud83d', 'Tote \ufffd'],
    ['the second half of one', '\udc5c tote', '\ufffd tote'],
    ['a NUL', 'to\0te', 'to\ufffdte'],
  ])('is replaced: %s', (_, text, storable) => {
    expect(storableText(text)).toBe(storable);
    expect(JSON.parse(storableJson(JSON.stringify({ [text]: [text] })))).toEqual({ [storable]: [storable] });
  });

  it.each(['Tote 👜', 'İß', '', '\n\t', '\\u0000', '\\ud83d', '\\\\u0000'])('leaves %j alone', (text) => {
    expect(storableText(text)).toBe(text);
    expect(JSON.parse(storableJson(JSON.stringify(text)))).toBe(text);
  });

  it('keeps a pair that is spelled in two escapes', () => {
    expect(JSON.parse(storableJson('"\\ud83d\\udc5c\\uD83D \\u0000"'))).toBe('👜\ufffd \ufffd');
  });
});
