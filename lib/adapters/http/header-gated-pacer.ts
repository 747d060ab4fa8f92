import { millisOfInstant } from '../../domain/instant-arithmetic';
import type { Clock } from '../../engine/ports/clock';
import { QuotaExhausted } from '../../engine/ports/failures';
import { createQuotaGate, type Entry } from './create-quota-gate';
import type { Pacer, Permit, Priority } from './pacer';
import { createTurns, type Turns } from './turns';

export interface HeaderGatedOptions {
  clock: Clock;
  /** A longer wait than this is the engine's business, not a sleep. */
  maxWaitMs?: number;
  /** Calls in flight while nothing is known of the window; the quota is shared with the store's other apps. */
  probes?: number;
  /** Share of the window that only urgent calls may use, at its beginning; it comes free evenly until the window's end. */
  reserve?: number;
}

/** Also tells what the plan allows, once an answer has told. */
export interface HeaderGatedPacer extends Pacer {
  callsPerSecond(): number | null;
}

/**
 * Paces by what BigCommerce reports (reference: engine B3): a call may go while `left - in flight` is above what other
 * apps may take before it arrives, which is learnt from how fast they went until now.
 */
export const createHeaderGatedPacer = ({ clock, maxWaitMs = 3000, probes = 5, reserve = 0.1 }: HeaderGatedOptions): HeaderGatedPacer => {
  const now = () => millisOfInstant(clock.now());
  const gate = createQuotaGate({ now, probes, reserve });
  // Two lines: whoever is urgent never stands behind somebody who waits for what is kept for the urgent.
  const lines: Record<Priority, Turns> = { ordinary: createTurns(), urgent: createTurns() };

  const permitOf = (entry: Entry): Permit => ({
    observe: (status, headers) => gate.observe({ status, headers, entry }),
    release: () => {
      gate.leave();
      lines.urgent.wake();
      lines.ordinary.wake();
    },
  });

  const enter = async (priority: Priority): Promise<Permit> => {
    for (;;) {
      const entry = gate.enter(priority);
      if (entry !== null) return permitOf(entry);
      const chance = gate.nextChance();
      if (chance === null) await lines[priority].change();
      else if (chance - now() > maxWaitMs) throw new QuotaExhausted('bigcommerce', chance - now());
      else await clock.sleep(chance - now());
    }
  };

  return {
    acquire: (priority) => lines[priority].take(() => enter(priority)),
    closedForMs: () => Math.max(0, gate.closedUntil() - now()),
    callsPerSecond: gate.callsPerSecond,
  };
};
