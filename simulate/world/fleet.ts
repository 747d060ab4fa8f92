import { type AppProcess, type Installation, startProcess } from './app-process';

/** The processes of one installation. */
export interface Fleet {
  /** Serves the merchant and takes webhooks; works on nothing. */
  readonly web: AppProcess;
  readonly workers: readonly AppProcess[];
  /** The workers first. */
  all(): readonly AppProcess[];
  /** A process in the place of one that died; nothing where that has happened. */
  replace(died: AppProcess): void;
}

export interface Skews {
  /** Of each worker's clock, in ms. */
  workers: readonly number[];
  web: number;
}

const SHORTEST_MS = 20;
const LONGEST_MS = 400;

export const startFleet = (installation: Installation, skews: Skews): Fleet => {
  const latency = () => SHORTEST_MS + Math.floor(installation.random() * (LONGEST_MS - SHORTEST_MS));
  let started = 0;
  const startWorker = (skewMs: number) => startProcess(installation, { name: `worker ${(started += 1)}`, role: 'worker', skewMs, latency });
  const startWeb = () => startProcess(installation, { name: `web ${(started += 1)}`, role: 'web', skewMs: skews.web, latency: () => SHORTEST_MS });
  let web = startWeb();
  const workers = skews.workers.map(startWorker);
  return {
    get web() {
      return web;
    },
    workers,
    all: () => [...workers, web],
    replace(died) {
      const index = workers.indexOf(died);
      if (index >= 0) workers[index] = startWorker(skews.workers[index] ?? 0);
      else if (died === web) web = startWeb();
    },
  };
};
