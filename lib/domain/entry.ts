import { z } from 'zod';
import { DIRECTIONS, RESULTS, THINGS } from './entry-words';

/** Which way a thing went. */
export const Direction = z.enum(DIRECTIONS);
export type Direction = z.infer<typeof Direction>;

/** What an entry of the sync log is about. */
export const Thing = z.enum(THINGS);
export type Thing = z.infer<typeof Thing>;

/** How it ended; see RESULTS. */
export const Result = z.enum(RESULTS);
export type Result = z.infer<typeof Result>;

/** An entry that is still open is brought up to date by the next attempt; a closed one stays as history. */
export const isOpen = (result: Result): boolean => result === 'waiting' || result === 'retrying' || result === 'checking' || result === 'needs-you';

/** What set it off. */
const TRIGGERS = ['person', 'schedule', 'webhook', 'follow-up'] as const;
export const Trigger = z.enum(TRIGGERS);
export type Trigger = z.infer<typeof Trigger>;
