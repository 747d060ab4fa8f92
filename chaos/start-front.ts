import { ended, LOGS, spawnLogged } from './processes';
import type { Stage } from './start-stage';

export interface Front {
  ask<T>(task: string, given: unknown): Promise<T>;
  stop(): Promise<void>;
}

interface Reply {
  id: number;
  value?: unknown;
  error?: string;
}

export const startFront = async ({ addresses }: Stage): Promise<Front> => {
  const child = spawnLogged({ args: ['--import', 'tsx', 'chaos/front.ts', JSON.stringify(addresses)], log: 'front.log', channel: 'ipc' });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const wait = (id: number) => new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  child.on('message', ({ id, value, error }: Reply) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value);
    else one?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`The app's front ended; the end of its file in ${LOGS} may say why.`));
    waiting.clear();
  });
  let last = 0;
  await wait(0);
  return {
    ask: <T>(task: string, given: unknown) => {
      last += 1;
      child.send({ id: last, task, given });
      return wait(last) as Promise<T>;
    },
    stop: () => ended(child, 'SIGTERM'),
  };
};
