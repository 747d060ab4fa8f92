export interface MovedLevel {
  /** What BigCommerce last held, as far as we knew. */
  before: number;
  now: number;
  /** What we last wrote, less what orders of our own may have taken since; `null` when we never wrote. */
  written: number | null;
  /** Reserves at the time of that writing, and now: BigCommerce takes the units of an order itself. */
  writtenReserve: number;
  reserve: number;
  /** Units in orders that changed lately: a shipment may take them, a cancellation give them back. */
  recent: number;
}

export type LevelMove = 'unmoved' | 'order' | 'restocked' | 'outside';

/**
 * Whether orders explain a count that BigCommerce tells. They do when it lies between what it was and what it is once
 * BigCommerce has moved the units of every order: some stores take them when an order is placed, some when it is shipped,
 * and of two orders one may have been taken only.
 */
export const explainLevel = ({ before, now, written, writtenReserve, reserve, recent }: MovedLevel): LevelMove => {
  if (now === before) return 'unmoved';
  const taken = reserve - writtenReserve;
  const explained = [before, before - taken, (written ?? before) - taken];
  if (now < Math.min(...explained) - recent || now > Math.max(...explained) + recent) return 'outside';
  return now < before ? 'order' : 'restocked';
};
