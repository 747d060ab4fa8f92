/** How the files of each kind begin; a name or a content type proves nothing. */
const BEGINNINGS: [contentType: string, begins: (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/gif', (bytes) => bytes.subarray(0, 4).toString('latin1') === 'GIF8'],
  ['image/webp', (bytes) => bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP'],
  ['image/bmp', (bytes) => bytes.subarray(0, 2).toString('latin1') === 'BM'],
  ['image/x-xbitmap', (bytes) => bytes.subarray(0, 8).toString('latin1') === '#define '],
  ['image/vnd.wap.wbmp', (bytes) => bytes.length > 4 && bytes.readUInt16BE(0) === 0],
];

/** The kind of image that a file is, of those that the platform takes; undefined when it is none of them. */
export function imageType(bytes: Buffer): string | undefined {
  return BEGINNINGS.find(([, begins]) => begins(bytes))?.[0];
}
