import type { Evidence } from './evidence';

/** Ten a second: busy hours have a few, and a process that has nothing to wait for has hundreds. */
const MOST_TURNS = 100;

/** Work that cannot be done yet waits for its time: no process comes back to it again and again. */
export const nothingSpins = ({ mostTurns }: Evidence): string[] => (mostTurns <= MOST_TURNS ? [] : [`the store was worked on ${mostTurns} times within ten seconds`]);
