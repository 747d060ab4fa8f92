const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** By the first bytes: names and headers of pictures are often wrong. `null` for what BigCommerce takes for no picture. */
export const imageTypeOf = (bytes: Uint8Array): string | null => {
  if (text(bytes, 0, 4) === '\x89PNG') return 'image/png';
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'image/gif';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return text(bytes, 0, 2) === 'BM' ? 'image/bmp' : null;
};
