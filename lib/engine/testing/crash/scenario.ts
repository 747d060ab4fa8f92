import { expect } from 'vitest';
import type { TestEngine, TestEngineOptions } from '../create-test-engine';
import { type Blow, CALL_MOMENTS, COMMIT_MOMENTS, createMortal, type Life, type Mortal } from './mortal';
import { stateOf } from './state-of';

/** Asks the process that lives now, and again when it died over it. */
export type Ask = <T>(work: (life: Life) => Promise<T>) => Promise<T>;

export interface Scenario<E extends TestEngine = TestEngine> {
  name: string;
  open(options: TestEngineOptions): Promise<E>;
  /** What happens, one thing after the other. Whoever acts looks again before the next, so each begins when the last is through. */
  steps: readonly ((engine: E, ask: Ask) => Promise<unknown>)[];
}

interface Played {
  met: Mortal['met'];
  deaths: number;
  state: unknown;
}

const SECOND = 1_000;
/** A lease runs out, and the looks for a create that may have happened come to their end. */
const RECOVERY: [ms: number, steps: number][] = [[20 * SECOND, 4], [200 * SECOND, 5]];
/** Whatever comes round by itself has come round. */
const END: [ms: number, steps: number][] = [[20 * SECOND, 4], [40 * 60 * SECOND, 8]];

export const scenario = <E extends TestEngine>(given: Scenario<E>): Scenario => given as unknown as Scenario;

export const playScenario = async ({ open, steps }: Scenario, blow: Blow | null): Promise<Played> => {
  // The engine brings the clock, and asks for the process only then.
  const clock = () => engine.clock;
  const mortal = createMortal(clock, blow);
  const engine: TestEngine = await open({ process: mortal.process });
  const pass = async (times: typeof END) => {
    for (const [ms, parts] of times) await engine.pass(ms, parts);
  };
  mortal.arm();
  for (const step of steps) {
    const before = mortal.deaths();
    await step(engine, mortal.ask);
    await engine.settle();
    if (mortal.deaths() > before) await pass(RECOVERY);
  }
  await pass(END);
  return { met: mortal.met, deaths: mortal.deaths(), state: { ...stateOf(engine), post: { mails: [...mortal.mailed].map(() => 'a mail') } } };
};

/** Every point that the undisturbed run comes to, at each of its moments. */
const blowsOf = ({ calls, commits }: Mortal['met']): Blow[] => [
  ...[...calls].flatMap((point) => CALL_MOMENTS.map((moment) => ({ point, moment }))),
  ...[...commits].flatMap((point) => COMMIT_MOMENTS.map((moment) => ({ point, moment }))),
];

/** A process dies once at each of them: what is left of it must be what an undisturbed run leaves. */
export const expectRecovery = async (one: Scenario): Promise<void> => {
  const calm = await playScenario(one, null);
  const blows = blowsOf(calm.met);
  expect(blows).not.toEqual([]);
  for (const blow of blows) {
    const struck = await playScenario(one, blow);
    expect.soft({ ...blow, deaths: struck.deaths, state: struck.state }).toEqual({ ...blow, deaths: 1, state: calm.state });
  }
};
