/** Beyond this, names no longer count for the order: an index takes no key of any length. */
const LENGTH = 500;

/** What names are sorted and found by. */
export const nameKey = (name: string): string => name.trim().toLowerCase().slice(0, LENGTH);
