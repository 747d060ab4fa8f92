import { describe, expect, it } from 'vitest';
import type { CustomerId, HikeCustomerId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import type { SeenCustomer, Tables } from '../../ports/tables';
import { NOW } from '../../testing/create-test-context';
import { entryOf } from '../entry-of';
import { customerSubject } from './customer-subject';
import { chooseCustomer, createChosen, ignoreCustomers, retryCustomers } from './decide-customers';
import { aSeenCustomer, createCustomersBench } from './testing/customers-bench';
import { person } from './testing/customers-engine';

const ANA = 51 as HikeCustomerId;
const BO = 52 as HikeCustomerId;
const ASKED = problem('customer-match-ambiguous', { email: 'ana51@example.com' });
const ask = (id: number, change: Partial<SeenCustomer> = {}): SeenCustomer => aSeenCustomer(id, { state: 'ask', problem: ASKED, ...change });
const sharing = (id: number, change: Partial<SeenCustomer> = {}): SeenCustomer => ask(id, { customer: person(id, { email: 'both@example.com' }), ...change });

/** What a person decides about these, whose entries in the sync log are as given. */
const decided = async (seen: SeenCustomer[], decide: (tables: Tables, storeHash: Parameters<typeof chooseCustomer>[1]) => Promise<void>, entries: Record<number, 'needs-you' | 'done'> = {}) => {
  const bench = await createCustomersBench(...seen);
  const { tables, storeHash, database } = bench;
  for (const [id, result] of Object.entries(entries)) {
    const entry = entryOf({ now: () => NOW }, { row: { id, trigger: 'schedule' }, subject: customerSubject(person(Number(id))), outcome: { result, message: 'As it was.' } });
    await tables.entries.record(storeHash, entry);
  }
  await bench.clock.advance(1000);
  await database.transaction('customers-acted-on', (inside) => decide(inside, storeHash));
  const log = (await bench.entries()).map(({ recordId, result, message }) => [recordId, result, message]).sort();
  return { ...bench, log };
};

const later = '2026-01-20T03:00:01.000Z' as typeof NOW;

describe('which of several a customer is', () => {
  const choose = (hikeId: HikeCustomerId) => (tables: Tables, storeHash: Parameters<typeof chooseCustomer>[1]) => chooseCustomer(tables, storeHash, { hikeId, customerId: 8 as CustomerId, now: later });

  it('is kept as a link, and the log no longer asks', async () => {
    const { one, linked, entries } = await decided([ask(51, { candidates: [7, 8] as CustomerId[] })], choose(ANA), { 51: 'needs-you' });
    expect([await one(), await linked()]).toMatchObject([{ state: 'linked', customerId: 8, candidates: [], problem: null }, { bigcommerceId: '8', origin: 'hike', facts: {} }]);
    expect(await entries()).toMatchObject([{ recordId: '51', at: later, result: 'done', message: 'Linked by hand with customer 8.', trigger: 'person', bigcommerceId: '8', hikeId: '51' }]);
  });

  it.each([
    ['nobody has met', BO],
    ['has lost a detail meanwhile', ANA],
  ])('is not kept of one that %s', async (_, hikeId) => {
    const { one, linked } = await decided([ask(51, { customer: person(51, { lastName: '' }) })], choose(hikeId));
    expect([(await one())?.state, await linked(), await linked(52)]).toEqual(['ask', undefined, undefined]);
  });

  it('leaves a line alone that asks for nothing', async () => {
    const { log } = await decided([ask(51)], choose(ANA), { 51: 'done' });
    expect(log).toEqual([['51', 'done', 'As it was.']]);
    expect((await decided([ask(51)], choose(ANA))).log).toEqual([]);
  });
});

describe('one of several with an e-mail', () => {
  const create = (tables: Tables, storeHash: Parameters<typeof chooseCustomer>[1]) => createChosen(tables, storeHash, { hikeId: ANA, now: NOW });

  it('is sent when it was chosen, and the others are put aside with the reason', async () => {
    const { one, marked, log } = await decided([sharing(51), sharing(52, { candidates: [7 as CustomerId] }), ask(53)], create, { 51: 'needs-you', 52: 'needs-you' });
    expect([await one(51), await one(52), await one(53)]).toMatchObject([
      { state: 'waiting', problem: null },
      { state: 'ignored', candidates: [], problem: { code: 'customer-email-given', details: { customer: 'Ana Diaz', other: 'Ana Diaz', email: 'both@example.com' } } },
      { state: 'ask' },
    ]);
    expect(await marked()).toEqual(['customer 51 0 person']);
    expect(log).toEqual([['51', 'needs-you', 'As it was.'], ['52', 'done', 'Not sent: a person chose Ana Diaz for the e-mail.']]);
  });

  it('leaves one as it is that a person had put aside before', async () => {
    const { one } = await decided([sharing(51), sharing(52, { state: 'ignored', problem: null })], create);
    expect(await one(52)).toMatchObject({ state: 'ignored', problem: null });
  });

  it.each<[string, SeenCustomer[]]>([
    ['nobody has met', []],
    ['is not asked about', [aSeenCustomer(51, { state: 'refused' })]],
    ['may be somebody in BigCommerce', [ask(51, { candidates: [7 as CustomerId] })]],
  ])('is not sent where it %s', async (_, seen) => {
    const { one, marked } = await decided(seen, create);
    expect([await one(), await marked()]).toEqual([seen[0], []]);
  });
});

describe('a customer that is put aside', () => {
  const aside = (ignore: boolean, ...hikeIds: HikeCustomerId[]) => (tables: Tables, storeHash: Parameters<typeof chooseCustomer>[1]) => ignoreCustomers(tables, storeHash, { hikeIds, now: NOW, ignore });

  it('is no longer asked about, and who shared its e-mail is looked at anew', async () => {
    const seen = [sharing(51, { candidates: [7 as CustomerId] }), sharing(52), sharing(53, { state: 'linked' })];
    const { one, marked, log } = await decided(seen, aside(true, ANA), { 51: 'needs-you' });
    expect(await one()).toMatchObject({ state: 'ignored', problem: null, candidates: [] });
    expect(await marked()).toEqual(['customer 52 0 person']);
    expect(log).toEqual([['51', 'done', 'Put aside by a person.']]);
  });

  it('stays so, with its reason, when it is put aside once more', async () => {
    const given = aSeenCustomer(51, { state: 'ignored', problem: ASKED });
    expect(await (await decided([given], aside(true, ANA))).one()).toEqual(given);
  });

  it('is looked at anew when it is taken up again, and says nothing in the log by that', async () => {
    const { one, marked, log } = await decided([aSeenCustomer(51, { state: 'ignored' })], aside(false, ANA), { 51: 'needs-you' });
    expect([(await one())?.state, await marked(), log]).toEqual(['waiting', ['customer 51 0 person'], [['51', 'needs-you', 'As it was.']]]);
  });

  it('is not taken up where it was never put aside', async () => {
    const linked = aSeenCustomer(51, { state: 'linked', customerId: 7 as CustomerId });
    const { one, marked } = await decided([linked], aside(false, ANA));
    expect([await one(), await marked()]).toEqual([linked, []]);
  });
});

describe('trying customers again', () => {
  it.each<[SeenCustomer['state'], boolean]>([
    ['ask', true],
    ['refused', true],
    ['no-details', true],
    ['linked', false],
    ['ignored', false],
    ['waiting', false],
  ])('has one that is %s looked at anew: %s', async (state, isTried) => {
    const { one, marked } = await decided([aSeenCustomer(51, { state, problem: ASKED })], (tables, storeHash) => retryCustomers(tables, storeHash, { hikeIds: [ANA], now: NOW }));
    expect(await one()).toMatchObject(isTried ? { state: 'waiting', problem: null } : { state, problem: ASKED });
    expect(await marked()).toEqual(isTried ? ['customer 51 0 person'] : []);
  });
});
