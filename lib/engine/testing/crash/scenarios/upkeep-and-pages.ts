import type { OrderId } from '../../../../domain/ids';
import { aSale } from '../../../../domain/testing/a-sale';
import { anOrder } from '../../../../domain/testing/an-order';
import { AccessLost, RefusedByVendor } from '../../../ports/failures';
import { createTestEngine, type TestEngine } from '../../create-test-engine';
import { type Scenario, scenario } from '../scenario';
import { forgetTheOld } from '../../../sweep';
import { heal, mark, pass, spoil } from './acts';

const ORDER = 1042 as OrderId;
const HOUR_MS = 60 * 60_000;

const of = (name: string, ...steps: Scenario['steps']) => scenario({ name, open: createTestEngine, steps });

const place = (engine: TestEngine) => engine.place(anOrder({ id: ORDER }));

const saveSettings = async ({ pages, storeHash }: TestEngine) => {
  const { version, value } = await pages.settings(storeHash);
  await pages.saveSettings(storeHash, { version, value }, 'ana@example.com');
};

const refuse = spoil('sales.create', () => new RefusedByVendor({ side: 'hike', status: 400, reason: 'No.' }), { always: true });
const importIt = (engine: TestEngine) => engine.pages.importOrders(engine.storeHash, [ORDER]);

const previewIt = async ({ pages, storeHash }: TestEngine) => {
  const { value: settings } = await pages.settings(storeHash);
  await pages.previewSale(storeHash, { orderId: ORDER, settings });
};

const firstEntry = async (engine: TestEngine): Promise<string> => (await engine.entries()).find(({ result }) => result === 'needs-you')?.id ?? '';

const disconnect = async ({ database: { tables }, storeHash }: TestEngine) => {
  const connection = await tables.connections.find(storeHash);
  if (connection !== null) await tables.connections.save({ ...connection, state: 'reconnect' });
};

const propose = async ({ database: { tables }, storeHash }: TestEngine) => {
  const connection = await tables.connections.find(storeHash);
  if (connection !== null) await tables.connections.save({ ...connection, candidate: { tokens: connection.tokens, fingerprint: null, shopName: null, lists: null } });
};

const refuseNewTokens = async ({ vendors }: TestEngine) => {
  const { hikeWith } = vendors;
  vendors.hikeWith = (...given) => ({ ...hikeWith(...given), shop: { getLists: () => Promise.reject(new AccessLost('hike')), probe: () => Promise.reject(new AccessLost('hike')) } });
};

const loseBigCommerce = async ({ vendors }: TestEngine) => {
  vendors.onCall = (moment) => {
    if (moment === 'orders.byIds' || moment.startsWith('store.')) throw new AccessLost('bigcommerce');
  };
};

export const UPKEEP_SCENARIOS: Scenario[] = [
  of('a store is kept', mark('store')),
  of('Hike’s lists are read', (engine) => engine.pages.refreshHikeLists(engine.storeHash)),
  of('Hike’s lists are not there to read', disconnect, mark('hike-lists')),
  of('a new connection is looked at', propose, mark('hike-lists'), pass(3 * HOUR_MS, 6)),
  of('a new connection is dead', propose, refuseNewTokens, mark('hike-lists'), pass(3 * HOUR_MS, 6)),
  of('hooks are gone', async ({ vendors }) => vendors.hooks.clear(), mark('store')),
  of('Hike refuses our access', spoil('sales.list', () => new AccessLost('hike'), { always: true }), (engine) => engine.ringUp(aSale())),
  of('BigCommerce refuses our access', place, loseBigCommerce, importIt, pass(HOUR_MS, 20)),
  of('what is past its time is forgotten', pass(100 * 24 * HOUR_MS), ({ database, clock }, ask) => ask((life) => forgetTheOld({ database: life.database(database), clock }))),
  of('a mail is no longer due', mark('mail', 'nothing')),
  of('somebody is mailed', (engine) => engine.change({ alerts: { addresses: ['ana@example.com'], needsYou: true } }), disconnect, mark('watch'), pass(3 * HOUR_MS, 12)),
];

export const PAGE_SCENARIOS: Scenario[] = [
  of('settings are saved', saveSettings),
  of('imports are paused and resumed', (engine) => engine.pages.pause(engine.storeHash, { imports: true }), (engine) => engine.pages.pause(engine.storeHash, { imports: false })),
  of('an order is opened in its panel', place, (engine) => engine.pages.orderPanel(engine.storeHash, ORDER)),
  of('an order is previewed', place, previewIt, previewIt),
  of('an order is left out', place, (engine) => engine.pages.leaveOut(engine.storeHash, [ORDER], true)),
  of('a refused import is tried again', place, refuse, importIt, heal, async (engine) => engine.pages.retryEntry(engine.storeHash, await firstEntry(engine))),
  of('all imports refused for one cause are tried again', place, refuse, importIt, heal, (engine) => engine.pages.retryCause(engine.storeHash, { thing: 'order', code: 'refused-by-hike' })),
  of('a refused import is ignored', place, refuse, importIt, async (engine) => engine.pages.ignoreEntry(engine.storeHash, await firstEntry(engine))),
];
