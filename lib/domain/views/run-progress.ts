import type { CatalogueRun } from '../catalogue-run';
import type { CatalogueRunView } from './product-views';

export interface RunFacts {
  run: CatalogueRun;
  /** Rows of the running stage that are still to be worked on. */
  waiting: number;
  /** Products that could not be brought over. */
  failed: number;
}

const count = (number: number): string => number.toLocaleString('en-AU');

const side = (name: string, { read, total, isDone }: CatalogueRun['hike']): string => {
  if (isDone) return `${name}: read`;
  return total === null || total < read ? `${name}: ${count(read)}` : `${name}: ${count(read)} of ${count(total)}`;
};

/** Before the work is counted there is nothing to tell. */
const counted = (done: number, total: number): string => (total === 0 ? '' : `: ${count(done)} of ${count(total)}`);

/** How far the stage has come that runs now; `null` when none does. */
export const runProgress = ({ run, waiting, failed }: RunFacts): CatalogueRunView['progress'] => {
  const done = Math.max(0, run.total - waiting);
  switch (run.state) {
    case 'never':
    case 'ready':
    case 'in-step':
      return null;
    case 'reading': {
      const total = run.hike.total === null || run.store.total === null ? null : run.hike.total + run.store.total;
      return { done: run.hike.read + run.store.read, total, failed: 0, sentence: `Reading. ${side('Hike', run.hike)}; ${side('BigCommerce', run.store)}.` };
    }
    case 'comparing':
      return { done, total: run.total, failed: 0, sentence: `Comparing products${counted(done, run.total)}.` };
    case 'running':
    case 'applying':
      return { done, total: run.total, failed, sentence: `Bringing products into BigCommerce${counted(done, run.total)}.` };
    default:
      return run.state satisfies never;
  }
};
