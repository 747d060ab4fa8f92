import { z } from 'zod';
import { BrokenContract } from '../../engine/ports/failures';
import type { OddItem } from '../../engine/ports/odd-item';
import { describeIssues } from './parse-wire';

const idWire = z.union([z.int(), z.string().min(1)]);
const known = z.object({ id: idWire.nullish().catch(null), number: idWire.nullish().catch(null) }).catch({});

const textOf = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

const whyOf = (error: unknown): string | null => {
  if (error instanceof z.ZodError) return describeIssues(error);
  return error instanceof BrokenContract ? error.message : null;
};

/** Empty for what is nested too deep to be spelled again. */
const contentOf = (item: unknown): string => {
  try {
    return JSON.stringify(item) ?? '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
};

/** Reads the items of a list one by one; `read` throws for one whose shape is not known, which then stands apart. */
export const readEach = <T>(items: readonly unknown[], read: (item: unknown) => T): { items: T[]; odd: OddItem[] } => {
  const each: { items: T[]; odd: OddItem[] } = { items: [], odd: [] };
  for (const item of items) {
    try {
      each.items.push(read(item));
    } catch (error) {
      const why = whyOf(error);
      if (why === null) throw error;
      const { id, number } = known.parse(item);
      each.odd.push({ id: textOf(id), number: textOf(number), why, content: contentOf(item) });
    }
  }
  return each;
};
