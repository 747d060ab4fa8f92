import type { Probe } from '../domain/connection-watch';
import { BrokenContract, type Side, TransientFailure, UnknownOutcome } from './ports/failures';

const sideOf = (error: unknown): Side | null =>
  error instanceof TransientFailure || error instanceof UnknownOutcome || error instanceof BrokenContract ? error.side : null;

/** The side that answers nothing at all just now, if that is why this failed: then the record is not to blame. */
export const outageBehind = async (context: { probe(side: Side): Promise<Probe> }, error: unknown): Promise<Side | null> => {
  const side = sideOf(error);
  if (side === null) return null;
  return (await context.probe(side)).kind === 'unreachable' ? side : null;
};
