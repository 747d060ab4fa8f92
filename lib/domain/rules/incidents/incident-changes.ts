import type { ConnectionWatch, SideWatch } from '../../connection-watch';
import type { Incident, IncidentEnding, IncidentKind, NeedsYouCounts } from '../../incident';
import type { Instant } from '../../instant';
import { instantPlus } from '../../instant-arithmetic';

/** A side that is back by then was a hiccup: the work waited and went on, and nobody need hear of it. */
const UNREACHABLE_MS = 30 * 60_000;

export interface IncidentFacts {
  now: Instant;
  watch: ConnectionWatch;
  needsYou: { counts: NeedsYouCounts; newest: Instant | null };
  /** When a person last had a page open. */
  lastSeenAt: Instant | null;
  /** The newest incident of each kind, open or closed. */
  known: readonly Incident[];
}

/** The incidents that open or close, as they are to be kept. */
export const incidentChanges = (facts: IncidentFacts): Incident[] => [
  ...sideChanges(facts, facts.watch.bigcommerce, { reconnect: 'bigcommerce-reconnect', unreachable: 'bigcommerce-unreachable' }),
  ...sideChanges(facts, facts.watch.hike, { reconnect: 'hike-reconnect', unreachable: 'hike-unreachable' }),
  ...needsYouChanges(facts),
];

const newestOf = ({ known }: IncidentFacts, kind: IncidentKind): Incident | null => known.find((incident) => incident.kind === kind) ?? null;

const opened = ({ now }: IncidentFacts, kind: IncidentKind, counts: NeedsYouCounts = {}): Incident => ({
  kind,
  openedAt: now,
  closedAt: null,
  ending: null,
  counts,
  mails: { opened: 'none', over: 'none' },
});

const closed = ({ now }: IncidentFacts, incident: Incident, ending: IncidentEnding): Incident => ({ ...incident, closedAt: now, ending });

const sideChanges = (facts: IncidentFacts, side: SideWatch | null, kinds: { reconnect: IncidentKind; unreachable: IncidentKind }): Incident[] => {
  const isLost = side?.state === 'reconnect';
  const isLongGone = side?.trouble === 'unreachable' && side.since <= instantPlus(facts.now, -UNREACHABLE_MS);
  return [...follow(facts, kinds.reconnect, { stands: isLost, side }), ...follow(facts, kinds.unreachable, { stands: isLongGone, side })];
};

/** Opens with its cause; closes once the side answers again, or once it is known to be something else. */
const follow = (facts: IncidentFacts, kind: IncidentKind, { stands, side }: { stands: boolean; side: SideWatch | null }): Incident[] => {
  const newest = newestOf(facts, kind);
  const isOpen = newest !== null && newest.closedAt === null;
  if (!isOpen) return stands ? [opened(facts, kind)] : [];
  if (stands) return [];
  if (side?.state === 'connected') return [closed(facts, newest, 'over')];
  // Connected again, but not answering right now: it is over once it answers.
  if (kind.endsWith('reconnect') && side?.state === 'attention') return [];
  return [closed(facts, newest, 'replaced')];
};

/**
 * Records that need a person, together: opens when some are new and nobody has looked since; over when none is left.
 * Should more come after somebody had looked, the old one gives way to a new one, so that they are told of too.
 */
const needsYouChanges = (facts: IncidentFacts): Incident[] => {
  const { needsYou: { counts, newest }, lastSeenAt } = facts;
  const last = newestOf(facts, 'needs-you');
  const open = last !== null && last.closedAt === null ? last : null;
  if (newest === null) return open === null ? [] : [closed(facts, open, 'over')];
  const isUnseen = lastSeenAt === null || newest > lastSeenAt;
  const isSinceLast = last?.closedAt == null || newest > last.closedAt;
  if (open === null) return isUnseen && isSinceLast ? [opened(facts, 'needs-you', counts)] : [];
  const wasSeen = lastSeenAt !== null && lastSeenAt > open.openedAt;
  return wasSeen && isUnseen ? [closed(facts, open, 'replaced'), opened(facts, 'needs-you', counts)] : [];
};
