import { parseArgs } from 'node:util';

/** What can be asked for, and how many inputs make a full run of it. */
export const FULL_RUNS = { parsers: 1_000_000, vendors: 100_000, endpoints: 100_000, money: 1_000_000, tokens: 100_000 } as const;
export type Part = keyof typeof FULL_RUNS;

const isPart = (text: string): text is Part => Object.hasOwn(FULL_RUNS, text);

const wholeNumber = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is no whole number.`);
  return number;
};

export interface FuzzOptions {
  parts: Part[];
  /** `null`: a full run. */
  inputs: number | null;
  /** `null`: another one each time. */
  seed: number | null;
}

/** `[parsers|vendors|endpoints|money|tokens ...] [--inputs N] [--seed S]`; without a part all of them. */
export const readOptions = (args: string[]): FuzzOptions => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { inputs: { type: 'string' }, seed: { type: 'string' } } });
  const unknown = positionals.filter((part) => !isPart(part));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(FULL_RUNS).join(', ')}.`);
  const parts = positionals.filter(isPart);
  return { parts: parts.length > 0 ? parts : (Object.keys(FULL_RUNS) as Part[]), inputs: wholeNumber(values.inputs), seed: wholeNumber(values.seed) };
};
