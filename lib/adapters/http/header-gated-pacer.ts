import { millisOfInstant } from '../../domain/instant-arithmetic';
import type { Clock } from '../../engine/ports/clock';
import { QuotaExhausted } from '../../engine/ports/failures';
import { createQuotaGate } from './create-quota-gate';
import type { Pacer, Permit, Priority } from './pacer';
import { createTurns } from './turns';

export interface HeaderGatedOptions {
  clock: Clock;
  /** A longer wait than this is the engine's business, not a sleep. */
  maxWaitMs?: number;
  /** Calls in flight while nothing is known of the window; the quota is shared with the store's other apps. */
  probes?: number;
  /** Share of the window that only urgent calls may use. */
  reserve?: number;
}

/**
 * Paces by what BigCommerce reports (reference: engine B3): a call may go while `left - in flight > 0`. Measured there
 * at the full quota without a single 429, also while other apps use up a part of it.
 */
export const createHeaderGatedPacer = ({ clock, maxWaitMs = 3000, probes = 5, reserve = 0.1 }: HeaderGatedOptions): Pacer => {
  const now = () => millisOfInstant(clock.now());
  const gate = createQuotaGate({ now, probes, reserve });
  const turns = createTurns();

  const permitOf = (sentIn: number): Permit => ({
    observe: (status, headers) => gate.observe({ status, headers, sentIn }),
    release: () => {
      gate.leave();
      turns.wake();
    },
  });

  const enter = async (priority: Priority): Promise<Permit> => {
    for (;;) {
      const sentIn = gate.enter(priority);
      if (sentIn !== null) return permitOf(sentIn);
      const chance = gate.nextChance(priority);
      if (chance === null) await turns.change();
      else if (chance - now() > maxWaitMs) throw new QuotaExhausted('bigcommerce', chance - now());
      else await clock.sleep(chance - now());
    }
  };

  return {
    acquire: (priority) => turns.take(() => enter(priority)),
    closedForMs: () => Math.max(0, gate.closedUntil() - now()),
  };
};
