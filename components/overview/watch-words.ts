import type { WatchedSide } from '../../lib/domain/views/views';

const AGAIN = 'It is tried again by itself, and what waits for it goes on then.';

/** What the watch found of a side, in a sentence; `since` as a person reads it. */
export const watchWords = ({ state, trouble, reason }: WatchedSide, system: string, since: string): string => {
  if (state === 'connected') return `No interruption since ${since}.`;
  if (state === 'reconnect') return `${system} has not accepted the app’s access since ${since}.`;
  if (trouble === 'unreachable') return `${system} has not answered since ${since}. ${AGAIN}`;
  return `${system} has answered with a refusal since ${since}${reason === null ? '' : `: “${reason}”`}. It is asked again by itself.`;
};
