/*
 * The words of the sync log without their schemas: pages list them, and a page need not load a schema library for a list.
 */

/** Which way a thing went. */
export const DIRECTIONS = ['hike-to-bigcommerce', 'bigcommerce-to-hike'] as const;

/** What an entry of the sync log is about. */
export const THINGS = ['order', 'sale', 'product', 'stock', 'customer', 'connection', 'settings'] as const;

/**
 * How it ended. `retrying` will be tried again by itself, `checking` waits to learn whether a lost answer was a yes,
 * `needs-you` waits for a person, `left-out` is the product's rule at work, `ignored` was put aside by a person.
 */
export const RESULTS = ['done', 'no-change', 'waiting', 'retrying', 'checking', 'needs-you', 'left-out', 'ignored'] as const;
