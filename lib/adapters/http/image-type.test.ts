import { describe, expect, it } from 'vitest';
import { imageTypeOf } from './image-type';

describe('the type of a picture', () => {
  it.each<[string, string | null]>([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x01\x02\x03\x04WEBPVP8 ', 'image/webp'],
    ['BM\x00\x00', 'image/bmp'],
    ['RIFF\x01\x02\x03\x04WAVE', null],
    ['<html>', null],
    ['<svg xmlns="http://www.w3.org/2000/svg">', null],
    ['', null],
  ])('%j is %s', (start, type) => {
    expect(imageTypeOf(Uint8Array.from(start, (character) => character.charCodeAt(0)))).toBe(type);
  });
});
