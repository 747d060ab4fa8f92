import { instantPlus } from '../../domain/instant-arithmetic';
import type { Clock } from '../../engine/ports/clock';
import { scaledClock } from './scaled-clock';

/** The clock of a fast sandbox, which `jump` puts forward together with ours. */
export const movableClock = async (controlUrl: string): Promise<Clock & { jump(ms: number): Promise<void> }> => {
  const clock = await scaledClock(controlUrl);
  let ahead = 0;
  return {
    sleep: clock.sleep,
    now: () => instantPlus(clock.now(), ahead),
    jump: async (ms) => {
      ahead += ms;
      const headers = { 'content-type': 'application/json' };
      await fetch(`${controlUrl}/clock`, { method: 'POST', headers, body: JSON.stringify({ advanceMs: ms }) });
    },
  };
};
