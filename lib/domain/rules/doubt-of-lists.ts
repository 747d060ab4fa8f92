import type { HikeLists } from '../shop-lists';

const LISTS = ['outlets', 'registers', 'paymentTypes', 'taxes'] as const;

/** A merchant tidies up a few at a time. */
const FEW = 2;

const idsOf = (lists: HikeLists, name: (typeof LISTS)[number]): Set<number> => new Set(lists[name].map(({ id }) => id));

/**
 * Whether lists of a shop look as if they were cut short: `empty` where there is no outlet, which no shop lacks, or
 * nothing left of what there was; `shrunk` where most of a list vanished at once. `known` are those kept before, of the
 * same shop.
 */
export const doubtOfLists = (known: HikeLists | null, told: HikeLists): 'empty' | 'shrunk' | null => {
  if (told.outlets.length === 0) return 'empty';
  if (known === null) return null;
  if (LISTS.some((name) => known[name].length > 0 && told[name].length === 0)) return 'empty';
  const isShrunk = LISTS.some((name) => {
    const [before, now] = [idsOf(known, name), idsOf(told, name)];
    const lost = [...before].filter((id) => !now.has(id)).length;
    return lost > FEW && lost > before.size / 2;
  });
  return isShrunk ? 'shrunk' : null;
};

/** Told twice, they are believed. */
export const isSameLists = (one: HikeLists, other: HikeLists): boolean =>
  LISTS.every((name) => [...idsOf(one, name)].sort().join() === [...idsOf(other, name)].sort().join());
