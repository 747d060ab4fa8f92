import { parseArgs } from 'node:util';
import type { Figure } from '../figures';
import { sumOf } from './calls';
import { type Cost, measureCosts, printCosts } from './measure-calls';
import { type LargeRun, measureLargeCreate, measureLargeUpdate } from './measure-large';
import { measurePeers, printUpdated, type Updated } from './measure-peers';
import { measureShared } from './measure-shared';
import type { RateUsed } from './rate-used';
import { bundleConnector } from './start-connector';
import { startStage } from './start-stage';

/** As fast as this machine answers without being what everybody waits for; `--scale` says otherwise. */
const SCALE = 5;
/** As long as BigCommerce and Hike take to answer, in their time. */
const LATENCY = '200-800';
/** Of 50,000 creates, unless `--full` asks for all: ten thousand seconds of BigCommerce's quota. */
const SOME_CREATES = 5_000;
const ALL_CREATES = 50_000;

const options = { full: { type: 'boolean', default: false }, scale: { type: 'string', default: String(SCALE) } } as const;

const ratioOf = (costs: readonly Cost[]): number => costs.reduce((sum, { calls }) => sum + sumOf(calls), 0) / costs.reduce((sum, { bound }) => sum + bound, 0);

const costFigures = (costs: readonly Cost[]): Figure[] => [
  ...costs.map((cost) => ({ name: `Calls against the least: ${cost.name}`, value: ratioOf([cost]), unit: 'times' as const, aim: 1.05 })),
  { name: 'Calls against the least: all of these together', value: ratioOf(costs), unit: 'times', aim: 1.05 },
];

const rateFigures = (what: string, { share, refused, windows }: RateUsed): Figure[] => [
  { name: `${what}: share of the allowed rate, ${windows} windows`, value: share * 100, unit: '%', aim: 95, isLeast: true },
  { name: `${what}: refused with 429`, value: refused, unit: 'calls', aim: 0 },
];

/** Calls that may be under way when a process is killed, and the products in each. */
const UNDER_WAY = 8;

const largeFigures = (what: string, run: LargeRun, perCall: number): Figure[] => [
  { name: `${what}: memory of the connector at most`, value: run.memory, unit: 'MiB', aim: 300 },
  { name: `${what}: growth per 1,000 products`, value: run.growth, unit: 'MiB', aim: 1 },
  { name: `${what}: sent again after ${run.kills} kills`, value: run.repeated, unit: 'products', aim: run.kills * UNDER_WAY * perCall },
  ...rateFigures(what, run.rate),
];

const peerFigures = (ours: Updated, peers: readonly Updated[]): Figure[] => [
  { name: 'Calls of ours per call of the best peer', value: ours.calls / Math.min(...peers.map(({ calls }) => calls)), unit: 'times', aim: 1.1 },
];

/** Catalogue, stock and customers against the sandbox with real quotas, in a time that runs faster. */
export const measureCatalogue = async (args: string[]): Promise<Figure[]> => {
  const { values } = parseArgs({ args, options });
  await bundleConnector();
  const stage = await startStage({ scale: Number(values.scale), latency: LATENCY });
  try {
    const { place, costs, creating, updated } = await measureCosts(stage);
    printCosts(costs);
    const peers = await measurePeers(stage, place, updated.products);
    printUpdated([updated, ...peers]);
    const shared = await measureShared(stage);
    const updates = await measureLargeUpdate(stage);
    const creates = await measureLargeCreate(stage, values.full ? ALL_CREATES : SOME_CREATES);
    return [
      ...costFigures(costs),
      ...rateFigures('Creates', creating),
      ...rateFigures('Creates beside another app', shared),
      ...peerFigures(updated, peers),
      ...largeFigures(`${updates.products} updates`, updates, 10),
      ...largeFigures(`${creates.products} of 50,000 creates`, creates, 0),
    ];
  } finally {
    await stage.stop();
  }
};
