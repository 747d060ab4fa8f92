import { expect, test } from 'vitest';
import { Settings } from '../../lib/domain/settings';
import { typedAddresses } from './typed-addresses';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `person${at + 1}@example.com`);

test.each([
  ['', []],
  ['  \n\n ', []],
  ['ana@example.com', ['ana@example.com']],
  [' ana@example.com \r\nbo@example.com\n', ['ana@example.com', 'bo@example.com']],
  ['ana@example.com, bo@example.com; cy@example.com', ['ana@example.com', 'bo@example.com', 'cy@example.com']],
  ["o'neil+shop@mail.example.com.au", ["o'neil+shop@mail.example.com.au"]],
])('%j reads as %j, which a save takes', (text, addresses) => {
  expect(typedAddresses(text)).toEqual({ addresses, mistakes: [] });
  expect(Settings.parse({ alerts: { addresses } }).alerts.addresses).toEqual(addresses);
});

test.each(['ana', 'ana@', '@example.com', 'ana@example', 'a..b@example.com', '.ana@example.com', "ana'@example.com", 'ana@-example.com', 'ana@example.c', 'Ana<ana@example.com>', `${'a'.repeat(250)}@example.com`])(
  '%j is left out with a sentence, and the others stay',
  (part) => {
    const { addresses, mistakes } = typedAddresses(`bo@example.com\n${part}\ncy@example.com`);
    expect(addresses).toEqual(['bo@example.com', 'cy@example.com']);
    expect(mistakes).toEqual([expect.stringMatching(/^“.{1,61}” is not an e-mail address and is left out\.$/)]);
  },
);

test('an address that is typed twice is told once', () => {
  expect(typedAddresses('ana@example.com\nAna@Example.com')).toEqual({ addresses: ['ana@example.com'], mistakes: ['“Ana@Example.com” is here twice; it gets one mail.'] });
});

test('ten addresses are told, and each further one is named', () => {
  expect(typedAddresses(numbered(10).join('\n')).mistakes).toEqual([]);
  const { addresses, mistakes } = typedAddresses(numbered(12).join('\n'));
  expect(Settings.parse({ alerts: { addresses } }).alerts.addresses).toEqual(numbered(10));
  expect(mistakes).toEqual(['“person11@example.com” is left out: up to 10 addresses are told.', '“person12@example.com” is left out: up to 10 addresses are told.']);
});
