import { expect, it } from 'vitest';
import { explainProblem, problem } from '../../domain/problems';
import { LeaseLost } from '../ports/failures';
import type { Entry, EntryDraft } from '../ports/tables';
import { sampleOrder } from '../testing/batteries/sample-records';
import { installStore } from './install-store';
import { createTestAccount, STORE, withSettingsTaken } from './testing/create-test-account';
import { uninstallStore } from './uninstall-store';

const CALLBACK = { code: 'bc-code', scope: 'whatever', context: 'stores/other' };
const ALL = { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 10 };

/** Uninstalled while three orders were being imported: of one, a sale had been sent to Hike, and of one even answered for. */
const uninstalledMidway = async () => {
  const account = createTestAccount();
  const { deps, database, clock } = account;
  const { tables } = database;
  await installStore(deps, CALLBACK);
  for (const id of [100, 101, 102]) await tables.orders.save(STORE, sampleOrder(id, { state: 'importing' }));
  const intent = { kind: 'sale', looks: 0, remoteId: null, updatedAt: clock.now() } as const;
  await tables.intents.save(STORE, { ...intent, key: '101', reference: 'BC-101', state: 'sending' });
  await tables.intents.save(STORE, { ...intent, key: '102', reference: 'BC-102', state: 'refused' });
  await database.transaction('store-uninstalled', (inside) => uninstallStore(inside, STORE, clock.now()));
  return account;
};

it('an uninstall drops the imports that were not sent, and says of the others that they are looked up', async () => {
  const { database: { tables } } = await uninstalledMidway();
  const entries = await tables.entries.list(STORE, ALL);
  expect(entries.map(({ recordId, result, message }) => [recordId, result, message]).sort()).toEqual([
    ['100', 'left-out', 'The app was uninstalled before this import came to its end; import the order again.'],
    ['101', 'checking', 'The app was uninstalled before Hike had answered; once it is installed again, it looks whether the sale was made.'],
    ['102', 'left-out', 'The app was uninstalled before this import came to its end; import the order again.'],
  ]);
  const orders = await tables.orders.list(STORE, { states: ['checking', 'to-import'], search: '', offset: 0, limit: 10 });
  expect(orders.map(({ id, state }) => [id, state]).sort()).toEqual([[100, 'to-import'], [101, 'checking'], [102, 'to-import']]);
});

it('an uninstall ends what was to be tried again, for nobody comes back to it', async () => {
  const { deps, database, clock } = createTestAccount();
  const { tables } = database;
  await installStore(deps, CALLBACK);
  const retrying = (thing: Entry['thing'], recordId: string): EntryDraft => ({ at: clock.now(), direction: 'hike-to-bigcommerce', thing, recordId, label: '', bigcommerceId: null, hikeId: null, result: 'retrying', problem: null, message: 'Again.', trigger: 'schedule', nextTryAt: clock.now(), detail: null });
  await tables.entries.recordMany(STORE, [retrying('product', '1'), retrying('product', '2'), retrying('connection', 'store'), { ...retrying('sale', '3'), result: 'needs-you' }, { ...retrying('order', '4'), result: 'waiting' }]);
  await database.transaction('store-uninstalled', (inside) => uninstallStore(inside, STORE, clock.now()));
  const entries = await tables.entries.list(STORE, ALL);
  expect(entries.find(({ recordId }) => recordId === '1')).toMatchObject({ at: clock.now(), message: 'The app was uninstalled before this was tried again.' });
  expect(entries.map(({ thing, recordId, result, nextTryAt }) => [thing, recordId, result, nextTryAt]).sort()).toEqual([
    ['connection', 'store', 'no-change', null],
    ['order', '4', 'no-change', null],
    ['product', '1', 'no-change', null],
    ['product', '2', 'no-change', null],
    ['sale', '3', 'needs-you', clock.now()],
  ]);
});

it('an uninstall asks again what a person had asked to be looked at once more', async () => {
  const { deps, database, clock } = createTestAccount();
  const { tables } = database;
  await installStore(deps, CALLBACK);
  const reason = problem('changed-since-import', { status: 'Cancelled' });
  await tables.orders.save(STORE, sampleOrder(104, { state: 'changed', problem: reason }));
  await tables.orders.save(STORE, sampleOrder(105, { state: 'imported', problem: null }));
  const again = (recordId: string): EntryDraft => ({ at: clock.now(), direction: 'bigcommerce-to-hike', thing: 'order', recordId, label: '', bigcommerceId: recordId, hikeId: null, result: 'retrying', problem: null, message: 'Again.', trigger: 'person', nextTryAt: clock.now(), detail: null });
  await tables.entries.recordMany(STORE, [again('104'), again('105')]);
  await database.transaction('store-uninstalled', (inside) => uninstallStore(inside, STORE, clock.now()));
  const entries = await tables.entries.list(STORE, ALL);
  expect(entries.find(({ recordId }) => recordId === '104')).toMatchObject({ label: 'Order 104', result: 'needs-you', problem: reason, message: explainProblem(reason).sentence, trigger: 'person', nextTryAt: null });
  expect(entries.find(({ recordId }) => recordId === '105')).toMatchObject({ result: 'no-change' });
});

it('an uninstall says of each import in the log what a person needs to know', async () => {
  const { clock, database: { tables } } = await uninstalledMidway();
  const entries = await tables.entries.list(STORE, ALL);
  expect(entries.find(({ recordId }) => recordId === '100')).toMatchObject({ at: clock.now(), thing: 'order', direction: 'bigcommerce-to-hike', label: 'Order 100', bigcommerceId: '100', trigger: 'person', problem: null, nextTryAt: null });
});

it('an uninstall is over when it is told again, and none of a store that is not there', async () => {
  const { database, clock } = await uninstalledMidway();
  const { tables } = database;
  const before = await tables.stores.find(STORE);
  await clock.advance(60_000);
  for (const hash of [STORE, 'nowhere' as typeof STORE]) await database.transaction('store-uninstalled', (inside) => uninstallStore(inside, hash, clock.now()));
  expect([await tables.stores.find(STORE), await tables.stores.find('nowhere' as typeof STORE)]).toEqual([before, null]);
});

it('an uninstall leaves orders alone that were not being imported', async () => {
  const { deps, database, clock } = createTestAccount();
  await installStore(deps, CALLBACK);
  const imported = sampleOrder(103, { state: 'imported' });
  await database.tables.orders.save(STORE, imported);
  await database.transaction('store-uninstalled', (inside) => uninstallStore(inside, STORE, clock.now()));
  expect(await database.tables.orders.findMany(STORE, [imported.id])).toEqual([imported]);
});

it('an uninstall takes the store from whoever works on it', async () => {
  const { deps, database, clock } = createTestAccount();
  const { tables } = database;
  await installStore(deps, CALLBACK);
  const token = (await tables.leases.acquire(STORE, 'a pump', { now: clock.now(), ttlMs: 60_000 }))!;
  await database.transaction('store-uninstalled', (inside) => uninstallStore(inside, STORE, clock.now()));
  await expect(database.transaction('order-imported', (inside) => inside.leases.assertHeld(STORE, token))).rejects.toBeInstanceOf(LeaseLost);
});

it('an uninstall has the catalogue begin with a dry run again, and leaves every other setting and who saved it', async () => {
  const { deps, database, clock } = createTestAccount();
  const { tables } = database;
  await installStore(deps, CALLBACK);
  const { value } = await tables.settings.get(STORE);
  const started = { ...value, catalogue: { ...value.catalogue, startedAt: clock.now() } };
  await tables.settings.save(STORE, 0, { value: started, savedAt: clock.now(), savedBy: 'ana@shop.example' });
  await clock.advance(60_000);
  await database.transaction('store-uninstalled', (inside) => uninstallStore(inside, STORE, clock.now()));
  expect(await tables.settings.get(STORE)).toMatchObject({ version: 2, value: { ...started, catalogue: { ...started.catalogue, startedAt: null } }, savedAt: clock.now(), savedBy: 'ana@shop.example' });
});

it('an uninstall is not done by half where somebody saves the settings at the same moment', async () => {
  const { deps, database, clock } = createTestAccount();
  const { tables } = database;
  await installStore(deps, CALLBACK);
  const { value } = await tables.settings.get(STORE);
  await tables.settings.save(STORE, 0, { value: { ...value, catalogue: { ...value.catalogue, startedAt: clock.now() } }, savedAt: clock.now(), savedBy: 'x' });
  const uninstalling = database.transaction('store-uninstalled', (inside) => uninstallStore(withSettingsTaken(inside), STORE, clock.now()));
  await expect(uninstalling).rejects.toThrow('somebody saved the settings at the same moment');
  expect(await tables.stores.find(STORE)).toMatchObject({ state: 'active' });
});

it('an uninstall leaves settings alone that had nothing started', async () => {
  const { database: { tables } } = await uninstalledMidway();
  expect(await tables.settings.get(STORE)).toMatchObject({ version: 0 });
});

it('a re-install looks up what was sent, and nothing else', async () => {
  const { deps, clock, database: { tables } } = await uninstalledMidway();
  await installStore(deps, CALLBACK);
  const rows = await tables.dirty.listDueOf(STORE, { thing: 'import-order', priority: 0 }, { now: clock.now(), limit: 10 });
  expect(rows.map(({ id, trigger }) => [id, trigger])).toEqual([['101', 'person']]);
});

it('a re-install reads the orders that are offered again, so that their goods are held back', async () => {
  const { deps, clock, database: { tables } } = await uninstalledMidway();
  await installStore(deps, CALLBACK);
  const rows = await tables.dirty.listDueOf(STORE, { thing: 'order', priority: 20 }, { now: clock.now(), limit: 10 });
  expect(rows.map(({ id }) => id).sort()).toEqual(['100', '102']);
});

it('a consent that is only renewed starts nothing anew', async () => {
  const { deps, clock, database: { tables } } = createTestAccount();
  await installStore(deps, CALLBACK);
  await tables.orders.save(STORE, sampleOrder(101, { state: 'checking' }));
  await installStore(deps, CALLBACK);
  expect(await tables.dirty.listDueOf(STORE, { thing: 'import-order', priority: 0 }, { now: clock.now(), limit: 10 })).toEqual([]);
});
