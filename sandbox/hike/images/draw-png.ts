import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CELLS = 8;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One row of pixels, one bit each, behind the byte that names its filter (none). */
function row(cells: number, width: number): Buffer {
  const bits = Array.from({ length: Math.ceil(width / 8) * 8 }, (_, x) => (x < width ? (cells >> Math.floor((x * CELLS) / width)) & 1 : 0));
  const bytes = Buffer.alloc(1 + bits.length / 8);
  bits.forEach((bit, x) => bytes.writeUInt8(bytes.readUInt8(1 + (x >> 3)) | (bit << (7 - (x & 7))), 1 + (x >> 3)));
  return bytes;
}

/** A pattern of 8 by 8 cells, blown up to the width. */
function pixels(pattern: Buffer, width: number): Buffer {
  const rows = [...pattern.subarray(0, CELLS)].map((cells) => row(cells, width));
  return Buffer.concat(Array.from({ length: width }, (_, y) => rows[Math.floor((y * CELLS) / width)] ?? Buffer.alloc(0)));
}

/** Dark on light, so that people see the pattern whatever the key. */
function colours(digest: Buffer): Buffer {
  const light = [...digest.subarray(8, 11)].map((part) => 192 + (part >> 2));
  const dark = [...digest.subarray(11, 14)].map((part) => part >> 1);
  return Buffer.from([...light, ...dark]);
}

/** A valid square PNG in two colours that follows from its content key alone: the same key and width, the same bytes. */
export function drawPng(content: string, width: number): Buffer {
  const digest = createHash('sha256').update(content).digest();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([1, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours(digest)),
    chunk('IDAT', deflateSync(pixels(digest, width), { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
