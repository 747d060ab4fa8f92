import type { OrderId } from '../../../../domain/ids';
import { instantPlus } from '../../../../domain/instant-arithmetic';
import { type Account, createAccount } from '../../../account/account';
import { createHikeAccess } from '../../../account/hike-access';
import { createRotatingHike, DAY_MS } from '../../../account/testing/create-rotating-hike';
import { grantFor, OWNER, STAFF } from '../../../account/testing/create-test-account';
import { sampleMember } from '../../batteries/sample-records';
import { createMemoryQueue } from '../../create-memory-queue';
import { createTestEngine, type TestEngine } from '../../create-test-engine';
import type { Life } from '../mortal';
import { type Scenario, scenario } from '../scenario';
import { mark, pass } from './acts';

interface AccountEngine extends TestEngine {
  hike: ReturnType<typeof createRotatingHike>;
}

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

const open: Scenario<AccountEngine>['open'] = async (options) => {
  const engine = await createTestEngine(options);
  const hike = createRotatingHike(engine.clock.now);
  const { members, connections } = engine.database.tables;
  await members.save(sampleMember(engine.storeHash, { user: { ...OWNER, locale: 'en' } }));
  await members.save(sampleMember(engine.storeHash, { user: { ...STAFF, locale: 'en' }, isOwner: false }));
  const connection = await connections.find(engine.storeHash);
  if (connection !== null) await connections.save({ ...connection, tokens: hike.issue() });
  return { ...engine, hike };
};

/** What one process is made of, as far as accounts go. */
const depsOf = ({ database, clock, storeHash, hike }: AccountEngine, life: Life) => {
  let codes = 0;
  const ports = { redeem: async () => hike.issue(), refresh: (token: string) => hike.refresh(token) };
  return {
    database: life.database(database),
    queue: createMemoryQueue(database),
    clock,
    log: LOG,
    bigcommerceOAuth: life.port('bigcommerceOAuth', { redeem: async () => grantFor(storeHash) }),
    hikeOAuth: { ...life.port('hikeOAuth', ports), authorizeUrl: () => '' },
    randomCode: () => `code ${life.number} ${(codes += 1)} ${clock.now()}`,
  };
};

const as = (work: (account: Account, engine: AccountEngine, life: Life) => Promise<unknown>): Scenario<AccountEngine>['steps'][number] => (engine, ask) =>
  ask((life) => work(createAccount(depsOf(engine, life)), engine, life));

const of = (name: string, ...steps: Scenario<AccountEngine>['steps']) => scenario<AccountEngine>({ name, open, steps });

const visit = ({ storeHash, clock }: AccountEngine, jti: string): Parameters<Account['load']>[0] => ({ storeHash, user: { ...OWNER, locale: 'en' }, owner: OWNER, jti, expiresAt: instantPlus(clock.now(), 60_000) });

/** As a person does it: from the start when something went wrong on the way. */
const connect = as(async (account, { storeHash }) => account.finishHikeConnection(await account.beginHikeConnection({ storeHash, userId: OWNER.id }), 'hike-code'));

const accept = as((account, { storeHash }) => account.answerCandidate({ storeHash, accept: true, who: 'ana@example.com' }));

const renewEarly: Scenario<AccountEngine>['steps'][number] = (engine, ask) => ask((life) => createHikeAccess(depsOf(engine, life))(engine.storeHash).token());

/** Whoever finds the token claimed by a dead one waits until that claim ends. */
const renewInVain: typeof renewEarly = async (engine, ask) => {
  const asked = renewEarly(engine, ask).catch(() => undefined);
  await engine.pass(120_000, 12);
  await asked;
};

export const ACCOUNT_SCENARIOS: Scenario[] = [
  of('the app is installed once more', as((account, { storeHash }) => account.install({ code: 'bc-code', scope: '', context: `stores/${storeHash}` }))),
  of('the app is opened', as((account, engine, life) => account.load(visit(engine, `launch of ${life.number}`)))),
  of('the app is uninstalled', as((account, engine) => account.uninstall(visit(engine, 'uninstall')))),
  of('a page that is still open asks for something after the uninstall', as((account, engine) => account.uninstall(visit(engine, 'uninstall'))), mark('orders'), pass(60_000, 2)),
  of('a person is removed', as((account, { storeHash }) => account.removeMember({ storeHash, userId: STAFF.id }))),
  of('somebody logs out', as((account, { storeHash }) => account.endSessions({ storeHash, userId: STAFF.id }))),
  of('somebody opens a page after a silence', pass(10 * 60_000, 1), as(async (account, { database, storeHash }) => account.noteVisit((await database.tables.stores.find(storeHash))!))),
  of('the token ran out, and Hike refuses to renew it', pass(8 * DAY_MS, 2), async ({ hike }) => hike.revoke(), renewInVain, renewInVain),
  of('Hike cannot be asked for a new token', pass(6.5 * DAY_MS, 2), async ({ hike }) => hike.goAway(), renewInVain),
  of('a webhook comes', as((account, { storeHash }) => account.receiveWebhook({ storeHash, webhookId: 'hook-1', scope: 'store/order/updated', body: '{}', hint: { kind: 'order', id: 1042 as OrderId } }))),
  of('Hike is connected', connect, pass(60_000, 6)),
  of('another shop is connected, and accepted', connect, accept, pass(60_000, 6)),
  of('Hike refuses to renew the token', pass(6.5 * DAY_MS, 2), async ({ hike }) => hike.revoke(), renewEarly, connect, pass(60_000, 6), accept, pass(60_000, 6)),
  of('the token is renewed early, or connected anew when the new one was lost', pass(6.5 * DAY_MS, 2), renewEarly, connect, pass(60_000, 6), accept, pass(60_000, 6)),
];
