import type { Evidence } from './evidence';

/** Whatever is asked for at once, and whichever processes work: no platform has to turn a call away. */
export const quotasAreKept = ({ turnedAway }: Evidence): string[] => (turnedAway === 0 ? [] : [`${turnedAway} calls went beyond a platform’s limits`]);
