import { z } from 'zod';

/** Which way a thing went. */
export const DIRECTIONS = ['hike-to-bigcommerce', 'bigcommerce-to-hike'] as const;
export const Direction = z.enum(DIRECTIONS);
export type Direction = z.infer<typeof Direction>;

/** What an entry of the sync log is about. */
export const THINGS = ['order', 'sale', 'customer', 'connection', 'settings'] as const;
export const Thing = z.enum(THINGS);
export type Thing = z.infer<typeof Thing>;

/**
 * How it ended. `retrying` will be tried again by itself, `checking` waits to learn whether a lost answer was a yes,
 * `needs-you` waits for a person, `left-out` is the product's rule at work, `ignored` was put aside by a person.
 */
export const RESULTS = ['done', 'no-change', 'waiting', 'retrying', 'checking', 'needs-you', 'left-out', 'ignored'] as const;
export const Result = z.enum(RESULTS);
export type Result = z.infer<typeof Result>;

/** An entry that is still open is brought up to date by the next attempt; a closed one stays as history. */
export const isOpen = (result: Result): boolean => result === 'waiting' || result === 'retrying' || result === 'checking' || result === 'needs-you';

/** What set it off. */
const TRIGGERS = ['person', 'schedule', 'webhook', 'follow-up'] as const;
export const Trigger = z.enum(TRIGGERS);
export type Trigger = z.infer<typeof Trigger>;
