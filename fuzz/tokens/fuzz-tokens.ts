import fc from 'fast-check';
import { createDatabase } from '../../lib/adapters/database/create-database';
import { createSealer } from '../../lib/adapters/database/seal-secrets';
import type { StoreHash } from '../../lib/domain/ids';
import { createHikeAccess, type HikeAccess } from '../../lib/engine/account/hike-access';
import { createRotatingHike } from '../../lib/engine/account/testing/create-rotating-hike';
import type { Clock } from '../../lib/engine/ports/clock';
import { AccessLost, TransientFailure } from '../../lib/engine/ports/failures';
import type { Log } from '../../lib/engine/ports/log';
import type { WholeDatabase } from '../../lib/engine/ports/tables';
import { newStoreHash, sampleConnection, sampleStore } from '../../lib/engine/testing/batteries/sample-records';
import { createMemoryDatabase } from '../../lib/engine/testing/create-memory-database';
import { instantFromMillis } from '../../lib/domain/instant-arithmetic';
import { check, type Run, type Tally } from '../kit/check';

/** Who asks for a token, in which process, and why. */
interface Asker {
  process: number;
  wants: 'token' | 'renew';
}

interface Scenario {
  askers: Asker[];
  /** What becomes of each refresh, one after the other. */
  answers: ('whole' | 'lost')[];
  /** Age of the token when all begin: past its time, or in the last tenth of it. */
  isExpired: boolean;
}

const PROCESSES = 3;
const SECOND_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

const scenario: fc.Arbitrary<Scenario> = fc.record({
  askers: fc.array(fc.record({ process: fc.nat(PROCESSES - 1), wants: fc.constantFrom<Asker['wants'][]>('token', 'renew') }), { minLength: 1, maxLength: 6 }),
  answers: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant('whole' as const) }, { weight: 1, arbitrary: fc.constant('lost' as const) }), { maxLength: 3 }),
  isExpired: fc.boolean(),
});

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface World {
  processes: HikeAccess[];
  database: WholeDatabase;
  storeHash: StoreHash;
  hike: ReturnType<typeof createRotatingHike>;
  /** Two days on, when every token is past its time. */
  passDays(): void;
  /** Refresh tokens that were sent, and how many were on their way at the same time at most. */
  sent: string[];
  mostInFlight(): number;
}

const begin = Date.UTC(2026, 0, 15, 3, 20);

/** Several processes on one store; the scheduler says in which order what they do on the wire and while they wait goes on. */
const openWorld = async (database: WholeDatabase, scheduler: fc.Scheduler, { answers, isExpired }: Scenario): Promise<World> => {
  let now = begin;
  const hike = createRotatingHike(() => instantFromMillis(now));
  const clock: Clock = {
    now: () => instantFromMillis(now),
    sleep: (ms) => {
      const until = now + ms;
      // Sleepers sleep side by side: the clock shows the latest that woke.
      return scheduler.schedule(Promise.resolve(), 'slept').then(() => void (now = Math.max(now, until)));
    },
  };
  const storeHash = newStoreHash();
  await database.tables.stores.save(sampleStore(storeHash));
  await database.tables.connections.save(sampleConnection(storeHash, { tokens: hike.issue() }));
  now += isExpired ? 8 * DAY_MS : 6.5 * DAY_MS;
  const sent: string[] = [];
  let inFlight = 0;
  let most = 0;
  const refresh = async (refreshToken: string) => {
    const losesAnswer = answers[sent.length] === 'lost';
    sent.push(refreshToken);
    inFlight += 1;
    most = Math.max(most, inFlight);
    try {
      await scheduler.schedule(Promise.resolve(), 'sent');
      return await scheduler.schedule(hike.refresh(refreshToken, { losesAnswer }), 'answered');
    } finally {
      inFlight -= 1;
    }
  };
  const hikeOAuth = { authorizeUrl: () => '', redeem: () => Promise.reject(new Error('not expected')), refresh };
  const newProcess = () => createHikeAccess({ database, hikeOAuth, clock, log: silent })(storeHash);
  return { processes: Array.from({ length: PROCESSES }, newProcess), database, storeHash, hike, sent, mostInFlight: () => most, passDays: () => void (now += 2 * DAY_MS) };
};

const ensure = (isSo: boolean, otherwise: string): void => {
  if (!isSo) throw new Error(otherwise);
};

/** Everybody's answer is a token of Hike's, a rest, or the end of the connection, and the record says the same. */
const judge = async ({ database, storeHash, hike, sent, mostInFlight }: World, { answers, isExpired }: Scenario, got: unknown[]): Promise<string> => {
  const record = await database.tables.connections.find(storeHash);
  ensure(mostInFlight() <= 1, `${mostInFlight()} refreshes were on their way at the same time.`);
  const wasLost = answers.slice(0, sent.length).includes('lost');
  for (const answer of got) {
    if (typeof answer === 'string') ensure(hike.isLive(answer), `${answer} was never issued.`);
    else ensure(answer instanceof AccessLost || answer instanceof TransientFailure, `Unnamed: ${String(answer)}`);
  }
  if (!wasLost) {
    // One refresh per expiry, kept in full before anybody used it, and nobody left behind with the token before.
    ensure(sent.length <= 1, `One expiry was renewed ${sent.length} times.`);
    ensure(record?.state === 'connected' && record.trouble === null, `The connection is ${record?.state}: ${record?.trouble}`);
    ensure(record?.tokens.refreshToken === hike.current(), `${record?.tokens.refreshToken} is kept, but Hike has ${hike.current()}.`);
    for (const answer of got) ensure(typeof answer === 'string' || answer instanceof TransientFailure, `Lost without a reason: ${String(answer)}`);
    if (isExpired) for (const answer of got) ensure(typeof answer !== 'string' || answer === record?.tokens.accessToken, `${String(answer)} is stale.`);
    return sent.length === 0 ? 'nothing to renew' : 'renewed once';
  }
  if (got.some((answer) => answer instanceof AccessLost)) ensure(record?.state === 'reconnect', 'Access is lost, but the connection does not say so.');
  return 'answer lost';
};

/** What Hike issued is lost: another try finds out, and from then on a person is asked, not Hike. */
const judgeLater = async ({ processes, database, storeHash, sent }: World, settle: <T>(work: Promise<T>) => Promise<T>): Promise<string> => {
  const before = sent.length;
  for (const access of [...processes, ...processes]) {
    const answer = await settle(access.token().catch((error: unknown) => error));
    ensure(answer instanceof AccessLost, `After a lost answer: ${String(answer)}`);
  }
  const record = await database.tables.connections.find(storeHash);
  ensure(record?.state === 'reconnect' && record.trouble !== null, 'The connection does not say that it is lost.');
  ensure(sent.length - before <= 1, `A lost answer was asked for ${sent.length - before} times more.`);
  return 'answer lost, asks to reconnect';
};

const ask = async (open: () => WholeDatabase, scheduler: fc.Scheduler, given: Scenario): Promise<string> => {
  const world = await openWorld(open(), scheduler, given);
  const asked = given.askers.map(({ process, wants }) => {
    const access = world.processes[process]!;
    const start = scheduler.schedule(Promise.resolve(), 'asked');
    return start.then(() => (wants === 'token' ? access.token() : access.renew('access-1'))).catch((error: unknown) => error);
  });
  const ending = await judge(world, given, await scheduler.waitFor(Promise.all(asked)));
  if (ending !== 'answer lost') return ending;
  world.passDays();
  return judgeLater(world, (work) => scheduler.waitFor(work));
};

const interleavings = (name: string, open: () => WholeDatabase, run: Run): Promise<Tally> =>
  check(name, fc.tuple(fc.scheduler(), scenario), { run, attempt: ([scheduler, given]) => ask(open, scheduler, given) });

/** A hundredth of the runs, for each takes a hundred times as long. */
const POSTGRES_SHARE = 100;

export const fuzzTokensInMemory = (run: Run): Promise<Tally> => interleavings('several processes in memory', createMemoryDatabase, run);

export const fuzzTokensOnPostgres = async (url: string, run: Run): Promise<Tally> => {
  const database = await createDatabase({ url, sealer: createSealer(`1:${Buffer.alloc(32, 1).toString('base64')}`), poolSize: 8, log: silent });
  try {
    return await interleavings('several processes on PostgreSQL', () => database, run);
  } finally {
    await database.close();
  }
};

/** Renewals of one expired token by users of several processes, in as many orders as there are runs. */
export const fuzzTokens = async (url: string, run: Run): Promise<Record<string, Tally>> => ({
  'in memory': await fuzzTokensInMemory(run),
  'on PostgreSQL': await fuzzTokensOnPostgres(url, { ...run, inputs: Math.ceil(run.inputs / POSTGRES_SHARE) }),
});
