import { parseArgs } from 'node:util';
import type { Figure } from '../figures';
import { type Cost, ratioOf } from './cost';
import { measureCosts } from './measure-calls';
import { type LargeRun, measureLargeCreate, measureLargeUpdate } from './measure-large';
import { measurePeers, printUpdated, type Updated } from './measure-peers';
import { measureShared } from './measure-shared';
import type { RateUsed } from './rate-used';
import { bundleConnector } from './start-connector';
import { type Stage, startStage } from './start-stage';

/** As long as BigCommerce and Hike take to answer, in their time. */
const LATENCY = '200-800';

const costFigures = (costs: readonly Cost[]): Figure[] =>
  costs.map((cost) => ({ name: `Calls against the least: ${cost.name}`, value: ratioOf([cost]), unit: 'times' as const, aim: 1.05 }));

const rateFigures = (what: string, { share, refused, windows }: RateUsed): Figure[] => [
  { name: `${what}: share of the allowed rate, ${windows} windows`, value: share * 100, unit: '%', aim: 95, isLeast: true },
  { name: `${what}: refused with 429`, value: refused, unit: 'calls', aim: 0 },
];

/** Calls that may be under way when a process is killed. */
const UNDER_WAY = 8;

/** What the Pro plan allows in a second (reference: bigcommerce 2.1), from half of one processor. */
const PRO_CALLS = 15;
const PROCESSORS = 0.5;

const largeFigures = (what: string, run: LargeRun, { perCall, mayRepeat }: { perCall: number; mayRepeat: number }): Figure[] => [
  { name: `${what}: memory of the connector at most`, value: run.memory, unit: 'MiB', aim: 300 },
  { name: `${what}: growth per 1,000 products`, value: run.growth, unit: 'MiB', aim: 1 },
  { name: `${what}: of a processor per 1,000 products`, value: run.processor, unit: 's', aim: (1000 / (PRO_CALLS * perCall)) * PROCESSORS },
  { name: `${what}: sent again after ${run.kills} kills`, value: run.repeated, unit: 'products', aim: run.kills * mayRepeat },
];

const peerFigures = (ours: Updated, peers: readonly Updated[]): Figure[] => [
  { name: 'Calls of ours per call of the best peer', value: ours.calls / Math.min(...peers.map(({ calls }) => calls)), unit: 'times', aim: 1.1 },
];

interface Part {
  /** How many times as fast as real time: slow where rates count, for a busy machine is no slow platform. */
  scale: number;
  measure(stage: Stage, isFull: boolean): Promise<Figure[]>;
}

/** Of 50,000 creates, unless `--full` asks for all: ten thousand seconds of BigCommerce's quota. */
const SOME_CREATES = 2_000;
const ALL_CREATES = 50_000;

const PARTS: Record<string, Part> = {
  calls: {
    scale: 2,
    measure: async (stage) => {
      const { place, costs, creating, updated } = await measureCosts(stage);
      const peers = await measurePeers(stage, place, updated.products);
      printUpdated([updated, ...peers]);
      return [
        ...costFigures(costs),
        { name: 'Calls against the least: all of these together', value: ratioOf(costs), unit: 'times', aim: 1.05 },
        ...rateFigures('Creates', creating),
        ...peerFigures(updated, peers),
      ];
    },
  },
  shared: { scale: 2, measure: async (stage) => rateFigures('Creates beside another app', await measureShared(stage)) },
  updates: {
    scale: 5,
    measure: async (stage) => {
      const run = await measureLargeUpdate(stage);
      // A call that is under way when the process is killed is repeated: it sets what it sets once more.
      return [...largeFigures(`${run.products} updates`, run, { perCall: 10, mayRepeat: UNDER_WAY * 10 }), ...rateFigures(`${run.products} updates`, run.rate), ...costFigures([run.counts])];
    },
  },
  creates: {
    scale: 5,
    measure: async (stage, isFull) => {
      const run = await measureLargeCreate(stage, isFull ? ALL_CREATES : SOME_CREATES);
      const what = `${run.products} of 50,000 creates`;
      return [...largeFigures(what, run, { perCall: 1, mayRepeat: 0 }), ...rateFigures(what, run.rate)];
    },
  },
};

const options = { full: { type: 'boolean', default: false }, scale: { type: 'string' } } as const;

/** Catalogue, stock and customers against the sandbox with real quotas, in a time that runs faster: all, or the parts that are named. */
export const measureCatalogue = async (args: string[]): Promise<Figure[]> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  await bundleConnector();
  const figures: Figure[] = [];
  for (const [name, { scale, measure }] of Object.entries(PARTS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const stage = await startStage({ scale: Number(values.scale ?? scale), latency: LATENCY });
    try {
      figures.push(...(await measure(stage, values.full)));
    } finally {
      await stage.stop();
    }
  }
  return figures;
};
