import { storableJson } from '../../domain/storable-text';

/** Stands for a body that is no JSON at all: a proxy's page, a body cut off without a trace, or one of endless lists. */
export const UNREADABLE = Symbol('unreadable');

/** Several times what the largest page of either platform lists. To tell of more what is wrong with each costs gigabytes. */
const MOST_LISTED = 250_000;

/** An empty body (204, and V2 lists without a match) is `null`. What is read can be stored. */
export const readJson = (text: string): unknown => {
  if (text.trim() === '') return null;
  try {
    const value = JSON.parse(storableJson(text)) as unknown;
    return listsTooMuch(value) ? UNREADABLE : value;
  } catch {
    return UNREADABLE;
  }
};

/** Counts the members of all lists; without recursion, as answers may be deep. */
const listsTooMuch = (value: unknown): boolean => {
  const rest = [value];
  let listed = 0;
  while (rest.length > 0) {
    const one = rest.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (Array.isArray(one)) listed += one.length;
    if (listed > MOST_LISTED) return true;
    for (const member of Object.values(one)) if (typeof member === 'object') rest.push(member);
  }
  return false;
};
