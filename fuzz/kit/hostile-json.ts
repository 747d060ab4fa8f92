import fc from 'fast-check';
import { hostileText } from './hostile-text';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

type Edit =
  | { kind: 'replace'; by: string }
  | { kind: 'drop' }
  | { kind: 'double'; by: string }
  | { kind: 'rename'; to: string }
  | { kind: 'repeat'; times: number }
  | { kind: 'nest'; depth: number };

/** Numbers that JSON can spell and a double cannot hold, and those that it can hold and no amount can be. */
const NUMBERS = ['0', '-0', '-1', '1', '1.5', '0.005', '-0.01', '1e400', '-1e400', '1e-400', '1e20', '1e300', '9007199254740991', '9007199254740993', '2147483648', '1.7976931348623157e308', '253402300800000'];
const WORDS = ['null', 'true', 'false', '{}', '[]', '[null]', '""', 'NaN', 'undefined', '', '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"resource":"/x"}'];

const fragment: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS, ...NUMBERS.map((number) => `"${number}"`)) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)) },
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fragment.map((by): Edit => ({ kind: 'replace', by })) },
  { weight: 2, arbitrary: fc.constant<Edit>({ kind: 'drop' }) },
  { weight: 1, arbitrary: fragment.map((by): Edit => ({ kind: 'double', by })) },
  { weight: 1, arbitrary: hostileText.map((to): Edit => ({ kind: 'rename', to })) },
  { weight: 1, arbitrary: fc.constantFrom(2, 60, 300).map((times): Edit => ({ kind: 'repeat', times })) },
  { weight: 1, arbitrary: fc.constantFrom(1, 40, 2_000).map((depth): Edit => ({ kind: 'nest', depth })) },
);

const countOf = (value: Json): number => {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((count, inner) => count + countOf(inner as Json), 1);
};

/** Spells the value as JSON and makes each edit at the node of that number, counted from the root down. */
const spell = (root: Json, edits: ReadonlyMap<number, Edit>): string => {
  let number = 0;
  const spelled = (value: Json, key?: string): string => {
    const made = edits.get(number);
    number += 1;
    const name = (text = key): string => (text === undefined ? '' : `${JSON.stringify(text)}:`);
    const plain = inner(value);
    switch (made?.kind) {
      case undefined:
        return name() + plain;
      case 'replace':
        return name() + made.by;
      case 'drop':
        return '';
      case 'double':
        return `${name()}${plain},${name()}${made.by}`;
      case 'rename':
        return name(key === undefined ? undefined : made.to) + plain;
      case 'repeat':
        return Array<string>(made.times).fill(name() + plain).join(',');
      case 'nest':
        return name() + '['.repeat(made.depth) + plain + ']'.repeat(made.depth);
    }
  };
  const inner = (value: Json): string => {
    if (Array.isArray(value)) return `[${value.map((item) => spelled(item)).filter((text) => text !== '').join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    return `{${Object.entries(value).map(([key, item]) => spelled(item, key)).filter((text) => text !== '').join(',')}}`;
  };
  return spelled(root);
};

/** What happens to a whole text on its way: cut off, mixed with something else, replaced by a proxy's page. */
const damage: fc.Arbitrary<(text: string) => string> = fc.oneof(
  { weight: 12, arbitrary: fc.constant((text: string) => text) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (text: string) => text.slice(0, Math.floor(text.length * share))) },
  { weight: 1, arbitrary: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), hostileText).map(([share, more]) => (text: string) => splice(text, share, more)) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'null', '<html><title>Bad gateway</title><body>502</body></html>', '\ufeff{}', '[[', '"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`).map((other) => () => other) },
  { weight: 1, arbitrary: hostileText.map((other) => () => other) },
);

const splice = (text: string, share: number, more: string): string => {
  const at = Math.floor(text.length * share);
  return text.slice(0, at) + more + text.slice(at);
};

/** Bytes came over the wire: no text that was read from them holds half a character, but its escapes may. */
const asDecoded = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** JSON that was one of the samples before up to three nodes of it, and then its text, were changed. */
export const hostileJson = (...samples: unknown[]): fc.Arbitrary<string> => {
  // A sample may hold what JSON leaves out.
  const known = samples.map((sample) => JSON.parse(JSON.stringify(sample)) as Json).map((sample) => ({ sample, nodes: countOf(sample) }));
  return fc
    .tuple(fc.nat(known.length - 1), fc.array(fc.tuple(fc.nat(), edit), { maxLength: 3 }), damage)
    .map(([which, edits, damaged]) => {
      const { sample, nodes } = known[which]!;
      return asDecoded(damaged(spell(sample, new Map(edits.map(([at, made]) => [at % nodes, made])))));
    });
};
