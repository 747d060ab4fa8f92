import type { Fault, StoreWatch, Wait } from './watch-stores';

const NAMES: Record<Fault, string> = {
  kills: 'SIGKILL of a worker',
  stops: 'SIGSTOP of a worker',
  databaseKills: 'kill -9 of PostgreSQL, from when it accepts connections again',
};

const share = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? Number.NaN;

const spread = (waits: readonly Wait[]): string => {
  const times = waits.map(({ ms }) => ms);
  const [half, most, all] = [0.5, 0.95, 1].map((part) => `${(share(times, part) / 1000).toFixed(1)} s`);
  return `${half} (50 %), ${most} (95 %), ${all} (most)`;
};

/** How long stores stood still after faults of one kind; those that were struck again before they went on are told apart too. */
export const waitsInWords = (fault: Fault, fallen: number, watch: StoreWatch): string[] => {
  const count = (faults: readonly Fault[]): number => faults.filter((one) => one === fault).length;
  const [idle, standing] = [count(watch.idle()), count(watch.standing())];
  const of = (waits: readonly Wait[]) => waits.filter((wait) => wait.fault === fault);
  const [steps, takeovers] = [of(watch.steps()), of(watch.takeovers())];
  const once = steps.filter(({ wasStruckAgain }) => !wasStruckAgain);
  return [
    `${NAMES[fault]}: ${fallen} times.`,
    ...(steps.length > 0 ? [`  ${steps.length} stores with work due; the next step was committed after ${spread(steps)}`] : []),
    ...(once.length > 0 && once.length < steps.length ? [`  ${once.length} of them were not struck again before; after ${spread(once)}`] : []),
    ...(idle > 0 ? [`  ${idle} stores had nothing due.`] : []),
    ...(standing > 0 ? [`  ${standing} stores have not gone on.`] : []),
    ...(takeovers.length > 0 ? [`  ${takeovers.length} leases were lost; another process had the store after ${spread(takeovers)}`] : []),
  ];
};
