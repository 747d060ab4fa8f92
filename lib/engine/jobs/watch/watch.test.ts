import { describe, expect, it } from 'vitest';
import type { IncidentKind } from '../../../domain/incident';
import type { Instant } from '../../../domain/instant';
import { aSale } from '../../../domain/testing/a-sale';
import { markNow } from '../../account/mark-now';
import { AccessLost, type Side, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { type Mail, type MailMessage, MailRefused } from '../../ports/mail';
import { createMortal } from '../../testing/crash/mortal';
import { sampleConnection } from '../../testing/batteries/sample-records';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../testing/create-test-engine';
import { readWatch } from './read-watch';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOW = '2026-01-15T04:00:00.000Z' as Instant;
const PROBES = ['store.probe', 'shop.probe'];

/** Both connections are watched from now on, and one address hears of them. */
const watched = async (options: TestEngineOptions = {}): Promise<TestEngine> => {
  const engine = await createTestEngine({ start: NOW, ...options });
  await engine.change({ alerts: { addresses: ['ana@example.com'], needsYou: true } });
  await markNow(engine.database.tables, engine.storeHash, { thing: 'watch', now: engine.clock.now(), trigger: 'schedule' });
  await engine.settle();
  return engine;
};

const sideOf = (moment: string): Side => (/^(sales|shop|hikeCustomers)\.|^products\.(bySku|list|find|create)/.test(moment) ? 'hike' : 'bigcommerce');

/** From now on each call to this side ends like that. */
const spoil = ({ vendors }: TestEngine, side: Side, error: Error): void => {
  vendors.onCall = (moment) => {
    if (sideOf(moment) === side) throw error;
  };
};

const fallSilent = (engine: TestEngine, side: Side): void => spoil(engine, side, new TransientFailure('no answer', null, side));

const comeBack = ({ vendors }: TestEngine): void => {
  vendors.onCall = () => undefined;
};

const callsIn = async (engine: TestEngine, ms: number, steps: number): Promise<string[]> => {
  const before = engine.vendors.calls.length;
  await engine.pass(ms, steps);
  return engine.vendors.calls.slice(before);
};

const rowsOf = async ({ database, storeHash }: TestEngine) => database.tables.dirty.listDue(storeHash, '2099-01-01T00:00:00.000Z' as Instant, 100);
const incidents = ({ database, storeHash }: TestEngine) => database.tables.incidents.listNewest(storeHash);
const needsYou = async (engine: TestEngine) => (await engine.entries()).filter(({ result }) => result === 'needs-you');

/** A mail server that notes what it was handed, and then answers as told. */
const createPostbox = () => {
  const handed: MailMessage[] = [];
  const postbox = { handed, answer: (): void => undefined };
  const mail: Mail = {
    send: async (message) => {
      handed.push(message);
      postbox.answer();
      return { refused: 0 };
    },
  };
  return { postbox, mail };
};

const subjects = (handed: readonly MailMessage[]) => handed.map(({ subject }) => subject.replace('Tote & Co: ', ''));

describe('the watch', () => {
  it('looks at both sides every quarter of an hour, with one call each', async () => {
    const engine = await watched();
    const calls = await callsIn(engine, 2 * HOUR_MS, 120);
    expect(calls.sort()).toEqual([...Array(8).fill('shop.probe'), ...Array(8).fill('store.probe')]);
    expect(await readWatch(engine.database.tables, engine.storeHash)).toMatchObject({
      bigcommerce: { state: 'connected', since: NOW, checkedAt: engine.clock.now() },
      hike: { state: 'connected', since: NOW, checkedAt: engine.clock.now() },
    });
  });

  it('does not ask a shop that is not connected', async () => {
    const engine = await watched();
    await engine.database.tables.connections.save(sampleConnection(engine.storeHash, { state: 'reconnect' }));
    expect(await callsIn(engine, HOUR_MS, 4)).toEqual(Array(4).fill('store.probe'));
  });
});

describe.each<[Side, IncidentKind, string]>([
  ['bigcommerce', 'bigcommerce-unreachable', 'BigCommerce'],
  ['hike', 'hike-unreachable', 'Hike'],
])('while %s is down for hours', (side, kind, name) => {
  const outage = async (options: TestEngineOptions = {}): Promise<TestEngine> => {
    const engine = await watched(options);
    // The answer of the look before is no longer believed.
    await engine.pass(MINUTE_MS);
    fallSilent(engine, side);
    await engine.ringUp(aSale());
    await engine.pass(6 * HOUR_MS, 90);
    return engine;
  };

  it('nothing is given up, and no attempt is burnt', async () => {
    const engine = await outage();
    expect(await needsYou(engine)).toEqual([]);
    expect((await rowsOf(engine)).filter(({ attempts }) => attempts > 0)).toEqual([]);
    expect(await readWatch(engine.database.tables, engine.storeHash)).toMatchObject({ [side]: { state: 'attention', trouble: 'unreachable' } });
  });

  it('it is only looked at, some twelve times an hour', async () => {
    const engine = await outage();
    const calls = (await callsIn(engine, HOUR_MS, 60)).filter((call) => sideOf(call) === side);
    expect(calls.every((call) => PROBES.includes(call))).toBe(true);
    expect(calls.length).toBeGreaterThanOrEqual(10);
    expect(calls.length).toBeLessThanOrEqual(20);
  });

  it('a sale that is rung up becomes one order afterwards, by itself', async () => {
    const engine = await outage();
    expect(engine.vendors.createdOrders).toEqual([]);
    comeBack(engine);
    await engine.pass(10 * MINUTE_MS, 20);
    expect(engine.vendors.createdOrders).toMatchObject([{ saleId: 501 }]);
    expect(await engine.seenSale(501)).toMatchObject({ state: 'sent', orderId: 5001 });
    expect((await engine.entries()).filter(({ result }) => result === 'retrying' || result === 'needs-you')).toEqual([]);
  });

  it('one mail says so, and one that it is over', async () => {
    const { postbox, mail } = createPostbox();
    const engine = await outage({ mail });
    expect(await incidents(engine)).toMatchObject([{ kind, closedAt: null }]);
    expect(subjects(postbox.handed)).toEqual([`${name} does not answer`]);
    comeBack(engine);
    await engine.pass(HOUR_MS, 60);
    expect(await incidents(engine)).toMatchObject([{ kind, ending: 'over', mails: { opened: 'sent', over: 'sent' } }]);
    expect(subjects(postbox.handed)).toEqual([`${name} does not answer`, `${name} answers again`]);
  });
});

it('a side that is silent for some minutes is no incident', async () => {
  const { postbox, mail } = createPostbox();
  const engine = await watched({ mail });
  fallSilent(engine, 'hike');
  await engine.ringUp(aSale());
  await engine.pass(20 * MINUTE_MS, 20);
  comeBack(engine);
  await engine.pass(HOUR_MS, 60);
  expect(await incidents(engine)).toEqual([]);
  expect(postbox.handed).toEqual([]);
  expect(engine.vendors.createdOrders).toHaveLength(1);
});

/** Hike's token is revoked, and the watch has seen it. */
const revoked = async (options: TestEngineOptions = {}): Promise<TestEngine> => {
  const engine = await watched(options);
  spoil(engine, 'hike', new AccessLost('hike'));
  await engine.pass(15 * MINUTE_MS, 15);
  return engine;
};

const connectAgain = async (engine: TestEngine): Promise<void> => {
  comeBack(engine);
  const { tables } = engine.database;
  await tables.connections.save({ ...(await tables.connections.find(engine.storeHash))!, state: 'connected', trouble: null });
  await engine.pass(HOUR_MS, 60);
};

describe('a token that was revoked', () => {
  it('leads to reconnecting Hike, and to an incident', async () => {
    const engine = await revoked();
    expect(await engine.database.tables.connections.find(engine.storeHash)).toMatchObject({ state: 'reconnect' });
    expect(await readWatch(engine.database.tables, engine.storeHash)).toMatchObject({ hike: { state: 'reconnect' }, bigcommerce: { state: 'connected' } });
    expect(await incidents(engine)).toMatchObject([{ kind: 'hike-reconnect', closedAt: null }]);
    expect(await needsYou(engine)).toMatchObject([{ thing: 'connection', problem: { code: 'hike-not-connected' } }]);
  });

  it('of BigCommerce’s is believed after three looks within minutes, and forgotten once it is taken again', async () => {
    const engine = await watched();
    spoil(engine, 'bigcommerce', new AccessLost('bigcommerce'));
    const state = async () => (await engine.database.tables.stores.find(engine.storeHash))?.state;
    await engine.pass(15 * MINUTE_MS);
    await engine.pass(MINUTE_MS);
    expect(await state()).toBe('active');
    await engine.pass(MINUTE_MS);
    expect(await state()).toBe('reauthorise');
    expect(await incidents(engine)).toMatchObject([{ kind: 'bigcommerce-reconnect', closedAt: null }]);
    comeBack(engine);
    await engine.pass(15 * MINUTE_MS, 15);
    expect(await state()).toBe('active');
    expect(await incidents(engine)).toMatchObject([{ kind: 'bigcommerce-reconnect', ending: 'over' }]);
  });

  it('is told of once, and that it is over once', async () => {
    const { postbox, mail } = createPostbox();
    const engine = await revoked({ mail });
    await engine.pass(24 * HOUR_MS, 96);
    expect(postbox.handed).toMatchObject([{ to: ['ana@example.com'], subject: 'Tote & Co: reconnect Hike' }]);
    await connectAgain(engine);
    expect(subjects(postbox.handed)).toEqual(['reconnect Hike', 'Hike is connected again']);
    expect(new Set(postbox.handed.map(({ id }) => id)).size).toBe(2);
  });

  it('is told of under one id when the answer to a mail was lost', async () => {
    const { postbox, mail } = createPostbox();
    postbox.answer = () => {
      postbox.answer = () => undefined;
      throw new UnknownOutcome('cut after the mail');
    };
    const engine = await revoked({ mail });
    await engine.pass(HOUR_MS, 60);
    expect(postbox.handed).toHaveLength(2);
    expect(new Set(postbox.handed.map(({ id }) => id)).size).toBe(1);
  });

  it.each(['mail-intent-saved', 'mail-recorded'])('is told of once though the process is killed before "%s"', async (point) => {
    const mortal = createMortal(() => engine.clock, { point, moment: 'before-commit' });
    const engine: TestEngine = await watched({ process: mortal.process });
    mortal.arm();
    spoil(engine, 'hike', new AccessLost('hike'));
    await engine.pass(HOUR_MS, 120);
    expect(mortal.deaths()).toBe(1);
    expect(mortal.mailed.size).toBe(1);
    await connectAgain(engine);
    expect(mortal.mailed.size).toBe(2);
    expect(await incidents(engine)).toMatchObject([{ ending: 'over', mails: { opened: 'sent', over: 'sent' } }]);
  });

  it('is told of to nobody when it is over before the mail server answers', async () => {
    const { postbox, mail } = createPostbox();
    postbox.answer = () => {
      throw new TransientFailure('no mail server');
    };
    const engine = await revoked({ mail });
    expect(postbox.handed).not.toEqual([]);
    await connectAgain(engine);
    const offered = postbox.handed.length;
    postbox.answer = () => undefined;
    await engine.pass(HOUR_MS, 60);
    expect(postbox.handed).toHaveLength(offered);
    expect((await rowsOf(engine)).filter(({ thing }) => thing === 'mail')).toEqual([]);
  });

  it('asks a person when the mail is refused, and does not offer it again', async () => {
    const { postbox, mail } = createPostbox();
    postbox.answer = () => {
      throw new MailRefused('mailbox unknown');
    };
    const engine = await revoked({ mail });
    await engine.pass(HOUR_MS, 60);
    expect(postbox.handed).toHaveLength(1);
    expect((await needsYou(engine)).map(({ problem }) => problem?.code)).toContain('mail-refused');
  });
});
