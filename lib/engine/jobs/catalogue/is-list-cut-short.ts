/** More than this many at once are no deletions but a list that was cut short (reference: engine D, "Deletes"). */
export const MOST_MISSED = 500;
const MOST_MISSED_SHARE = 0.2;
/** Of a handful of products one or two are soon a fifth. */
const FEW = 20;

/** Whether so many of all known products are missing from a full list that the list is to blame. */
export const isListCutShort = (missed: number, known: number): boolean => missed > MOST_MISSED || (missed > FEW && missed > known * MOST_MISSED_SHARE);
