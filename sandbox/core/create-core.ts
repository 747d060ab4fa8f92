import type { Keepable, Ledger, SandboxCore } from './contract.ts';
import { createExchanges } from './create-exchanges.ts';
import { createFaults } from './create-faults.ts';
import { createLatency, type LatencyRange } from './create-latency.ts';
import { createLedger } from './create-ledger.ts';
import { createMovableClock, type MovableClock } from './movable-clock.ts';

/** The core as the sandbox itself holds it; the platforms see `SandboxCore`. */
export interface RunningCore extends SandboxCore {
  clock: MovableClock;
  ledger: Ledger & Keepable;
}

export interface RunningCoreOptions {
  record?: string | undefined;
  log?: ((line: string) => void) | undefined;
  clockScale?: number | undefined;
  latency?: LatencyRange | undefined;
}

export function createCore(options: RunningCoreOptions = {}): RunningCore {
  const log = options.log ?? (() => undefined);
  const clock = createMovableClock(log, options.clockScale);
  return {
    clock,
    ledger: createLedger(clock),
    exchanges: createExchanges(options.record),
    faults: createFaults(),
    latency: createLatency(clock, options.latency),
    log,
  };
}
