import { parseArgs } from 'node:util';
import { bundleConnector } from '../catalogue/start-connector';
import { startStage } from '../catalogue/start-stage';
import type { Figure } from '../figures';
import { measureClients, printCame } from './measure-clients';
import { measureOurs, type Ours } from './measure-ours';

/** Hike's quota is the brake; with this many shops it does not take days. */
const STORES = 16;
const SCALE = 5;
const LATENCY = '20-80';
const SEED = 'ambiguous';
/** Creates of the packages. */
const BESIDE = 300;

const options = {
  count: { type: 'string', default: '10000' },
  stores: { type: 'string', default: String(STORES) },
  scale: { type: 'string', default: String(SCALE) },
  seed: { type: 'string', default: SEED },
} as const;

const figuresOf = ({ orders, sales, customers, share, needYou }: Ours): Figure[] => [
  { name: 'Creates that were refused, or whose answer was lost', value: share * 100, unit: '%', aim: 19, isLeast: true },
  { name: `${orders.wanted} sales to orders: missing`, value: orders.missing, unit: 'orders', aim: 0 },
  { name: `${orders.wanted} sales to orders: twice`, value: orders.twice, unit: 'orders', aim: 0 },
  { name: `${sales.wanted} orders to sales: missing`, value: sales.missing, unit: 'sales', aim: 0 },
  { name: `${sales.wanted} orders to sales: twice`, value: sales.twice, unit: 'sales', aim: 0 },
  { name: `${customers.wanted} new customers: missing or twice`, value: customers.missing + customers.twice, unit: 'times', aim: 0 },
  { name: 'Left for a person to decide', value: needYou, unit: 'times', aim: 0 },
];

/** Orders and sales while a fifth of all creates go wrong, told from the sandbox's own ledger; the npm packages beside, on the same faults. */
export const measureAmbiguous = async (args: string[]): Promise<Figure[]> => {
  const { values } = parseArgs({ args, options });
  await bundleConnector('ambiguous');
  const stage = await startStage({ scale: Number(values.scale), latency: LATENCY });
  try {
    const stores = Number(values.stores);
    const ours = await measureOurs(stage, { stores, each: Math.ceil(Number(values.count) / stores), beside: BESIDE, seed: values.seed });
    const { references } = ours.beside;
    printCame([ours.beside, ...(await measureClients(stage, { references, seed: values.seed }))]);
    return figuresOf(ours);
  } finally {
    await stage.stop();
  }
};
