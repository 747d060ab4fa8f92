import type fc from 'fast-check';
import { hostileText } from './hostile-text';

/** As much as a header can carry through Node: no line ends, no characters beyond one byte. */
export const hostileHeader: fc.Arbitrary<string> = hostileText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 8_000));

/** A header that is `null` stays away. */
export const headersOf = (given: readonly (readonly [string, string | null])[]): Headers => new Headers(given.filter((header): header is [string, string] => header[1] !== null));
