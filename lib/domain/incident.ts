import { z } from 'zod';
import type { Instant } from './instant';

/** What a merchant is told about by mail. */
export const IncidentKind = z.enum(['bigcommerce-reconnect', 'hike-reconnect', 'bigcommerce-unreachable', 'hike-unreachable', 'needs-you']);
export type IncidentKind = z.infer<typeof IncidentKind>;

/** `replaced`: another incident says it better, or somebody has seen it; nobody is told that it is over. */
export const IncidentEnding = z.enum(['over', 'replaced']);
export type IncidentEnding = z.infer<typeof IncidentEnding>;

/** `sending` is noted before a mail is handed over: found there later, nobody knows whether it arrived. */
export const MailState = z.enum(['none', 'sending', 'sent', 'refused']);
export type MailState = z.infer<typeof MailState>;

/** How many records need a person, by thing. */
export const NeedsYouCounts = z.record(z.string(), z.int());
export type NeedsYouCounts = z.infer<typeof NeedsYouCounts>;

/** Something that went wrong as a whole, from its beginning to its end; a kind is open once at a time. */
export interface Incident {
  kind: IncidentKind;
  openedAt: Instant;
  closedAt: Instant | null;
  ending: IncidentEnding | null;
  /** Of `needs-you`, when it opened. */
  counts: NeedsYouCounts;
  mails: Record<IncidentNews, MailState>;
}

/** The two things that are told of an incident, each once. */
export type IncidentNews = 'opened' | 'over';
