import { serve } from '@hono/node-server';
import { type Services, services } from '../lib/composition';
import { sandboxEnvironment } from '../lib/composition/testing/sandbox-environment';
import { scaledClock } from '../lib/composition/testing/scaled-clock';
import { wakeDueStores } from '../lib/engine/sweep';
import { takeHook } from '../lib/web/take-hook';
import type { Place } from './catalogue/start-connector';

/** What a benchmark can ask of its worker: about a store, and more. */
type Tasks = Record<string, (place: Place, more: never) => unknown>;

interface Question {
  id: number;
  task: string;
  place: Place;
  more: never;
}

const SWEEP_EVERY_MS = 1_000;

const answerWith = (tasks: Tasks): void => {
  process.on('message', ({ id, task, place, more }: Question) => {
    Promise.resolve(tasks[task]?.(place, more)).then(
      (value: unknown) => process.send?.({ id, value: value ?? null }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
  // Whoever asked is gone.
  process.on('disconnect', () => process.exit());
};

interface Worker {
  app: Services;
  stage: Parameters<typeof sandboxEnvironment>[0] & { controlUrl: string };
  clock: Services['clock'];
  /** It works, hears webhooks, and does what a merchant does when the benchmark that started it asks. */
  work(tasks: Tasks): Promise<void>;
}

/** The app's worker in a time as fast as the sandbox's; the stage stands in the process's arguments. */
export const openWorker = async (): Promise<Worker> => {
  const stage = JSON.parse(process.argv[2] ?? '') as Worker['stage'];
  Object.assign(process.env, sandboxEnvironment(stage));
  const clock = await scaledClock(stage.controlUrl);
  const app = await services({ isWorker: true, clock });
  const work = async (tasks: Tasks): Promise<void> => {
    answerWith(tasks);
    const fetch = async (request: Request) => new Response(null, { status: await takeHook(app, request) });
    serve({ fetch, hostname: 'localhost', port: Number(new URL(stage.appUrl).port) });
    await app.startWorking();
    // The composition's sweeper knows nothing of the faster time.
    app.queue.sweep(() => wakeDueStores(app), SWEEP_EVERY_MS / clock.scale);
    process.send?.({ id: 0, value: 'ready' });
  };
  return { app, stage, clock, work };
};
