import type { Place } from './start-connector';
import type { Stage } from './start-stage';

interface Window {
  startedAt: string;
  /** Calls of ours. */
  used: number;
  /** The quota less what another app took. */
  allowed: number;
  refused: number;
}

export interface RateUsed {
  /** Of what was allowed: 1 is all. */
  share: number;
  refused: number;
  windows: number;
}

const WINDOW_MS = 30_000;

const nowOf = async (stage: Stage): Promise<number> => Date.parse((await stage.control<{ now: string }>('/clock')).now);

/**
 * How much of the allowed rate was used while `work` ran, in the windows that lie fully inside. A pause between two
 * windows counts as allowed and unused.
 */
export const rateUsedBy = async (stage: Stage, { storeHash }: Place, work: () => Promise<void>): Promise<RateUsed> => {
  const from = await nowOf(stage);
  await work();
  const to = await nowOf(stage);
  const all = (await stage.control<Window[]>(`/stores/${storeHash}/windows`)).map((window) => ({ ...window, startedAt: Date.parse(window.startedAt) }));
  const inside = all.filter(({ startedAt }) => startedAt >= from && startedAt + WINDOW_MS <= to);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error('The run was too short for whole windows.');
  // The last one has no successor that would tell how long the pause behind it was.
  const whole = inside.slice(0, -1);
  const sumOf = (what: 'used' | 'allowed' | 'refused') => whole.reduce((sum, window) => sum + window[what], 0);
  const pauses = (last.startedAt - first.startedAt) / (whole.length * WINDOW_MS);
  return { share: sumOf('used') / (sumOf('allowed') * pauses), refused: sumOf('refused'), windows: whole.length };
};
