import { setTimeout as pause } from 'node:timers/promises';
import { type Connector, type Place, startConnector } from './start-connector';
import type { Stage } from './start-stage';

type RunState = 'never' | 'reading' | 'comparing' | 'ready' | 'running' | 'in-step';

/** What is read of the app's own view of the run. */
export interface Run {
  state: RunState;
  counts: Record<'create' | 'update' | 'unchanged', number>;
  progress: { done: number; total: number | null } | null;
}

/** One store with its shop, and the connector that serves them. */
export interface Session {
  place: Place;
  ask<T>(task: string, more?: unknown): Promise<T>;
  untilRun(isIt: (run: Run) => boolean): Promise<Run>;
  /** Waits until the connector knows and has done all that changed in Hike up to now. */
  catchUp(what: 'products' | 'customers'): Promise<void>;
  /** Ends the connector, or kills it, and starts another, as fast as the platforms' clock is set to. */
  restart(how: { kill?: boolean; scale?: number }): Promise<void>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 3 * 60 * 60_000;
/** Each look costs the connector a few queries, which are not what is measured. */
const LOOK_EVERY_MS = 500;

const until = async <T>(look: () => Promise<T | null>): Promise<T> => {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(LOOK_EVERY_MS)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error('What is waited for did not happen.');
};

/** Installed, connected and set. */
export const startSession = async (stage: Stage, place: Place): Promise<Session> => {
  let connector: Connector = await startConnector(stage);
  const ask = <T>(task: string, more?: unknown) => connector.ask<T>(task, place, more);
  await ask('open');
  return {
    place,
    ask,
    untilRun: (isIt) =>
      until(async () => {
        const run = await ask<Run>('run');
        return isIt(run) ? run : null;
      }),
    catchUp: async (what) => {
      const since = await ask<string>('check', what);
      await until(async () => ((await ask<boolean>('isCaughtUp', { what, since })) ? true : null));
    },
    restart: async ({ kill = false, scale }) => {
      await (kill ? connector.kill() : connector.stop());
      if (scale !== undefined) await stage.control('/clock', { body: { scale } });
      connector = await startConnector(stage);
    },
    stop: () => connector.stop(),
  };
};
