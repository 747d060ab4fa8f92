import { describe, expect, it, vi } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { Trigger } from '../../../domain/entry';
import type { CustomerId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import { someSettings } from '../../../domain/testing/a-shop';
import { anAddress } from '../../../domain/testing/an-order';
import { BrokenContract, TransientFailure } from '../../ports/failures';
import type { DirtyRow, SeenCustomer } from '../../ports/tables';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { entryOf } from '../entry-of';
import { writtenHash } from './customer-states';
import { pollHikeCustomers } from './poll-hike-customers';
import { sendCustomers } from './send-customers';
import { aSeenCustomer, createCustomersBench } from './testing/customers-bench';
import { person } from './testing/customers-engine';

const ANA = person(51);
const linkedTo = (id: number, change: Partial<SeenCustomer> = {}): SeenCustomer => aSeenCustomer(51, { state: 'linked', customerId: id as CustomerId, written: 'what it was', ...change });

describe('a customer that is sent', () => {
  it('leaves a link, a state and a line that says what became of it', async () => {
    const { send, one, linked, entries, marked, commits } = await createCustomersBench(aSeenCustomer(51));
    expect(await send()).toEqual([]);
    expect([await one(), await linked()]).toMatchObject([{ state: 'linked', customerId: 70, written: writtenHash({ ...ANA, address: null }) }, { bigcommerceId: '70' }]);
    expect(await entries()).toMatchObject([{ thing: 'customer', recordId: '51', label: 'Ana Diaz', bigcommerceId: '70', hikeId: '51', result: 'done', message: 'Created as customer 70.' }]);
    expect([await marked(), commits]).toEqual([[], ['stray-customers-settled', 'customers-recorded']]);
  });

  it('is linked with whom BigCommerce has under the e-mail, however it is written', async () => {
    const { send, entries, vendors, context } = await createCustomersBench(aSeenCustomer(51, { customer: person(51, { email: 'Ana51@Example.com' }) }));
    const list = vi.spyOn(context.bigcommerce.customers, 'listByEmails');
    vendors.customers.set(7, 'ana51@example.com');
    await send();
    expect(list.mock.calls).toEqual([[['ana51@example.com']]]);
    expect((await entries()).map(({ message }) => message)).toEqual(['Linked with customer 7, who has the same e-mail.']);
  });

  it('says what of it was left out', async () => {
    const { send, entries } = await createCustomersBench(aSeenCustomer(51, { customer: person(51, { address: anAddress({ state: 'Atlantis' }) }) }));
    await send();
    expect((await entries())[0]?.message).toBe('Created as customer 70. The address was left out: BigCommerce knows no state “Atlantis” in that country.');
  });

  it('is brought up to date, and its link keeps what it knows', async () => {
    const { send, entries, link, linked, vendors } = await createCustomersBench(linkedTo(7));
    await link(51, 7, { addressId: 1070 });
    vendors.customers.set(7, ANA.email);
    await send();
    expect(vendors.customerChanges).toMatchObject([{ id: 7, addressId: 1070 }]);
    expect((await entries()).map(({ message }) => message)).toEqual(['Customer 7 has Hike’s details now.']);
    expect((await linked())?.facts).toEqual({ addressId: 1070 });
  });

  it('costs no call where BigCommerce was given just that', async () => {
    const { send, entries, vendors, marked } = await createCustomersBench(linkedTo(7, { written: writtenHash({ ...ANA, address: null }) }));
    await send();
    expect([vendors.calls, await entries(), await marked()]).toEqual([[], [], []]);
  });

  it('closes a line that waits for it, where nothing is left to do', async () => {
    const { send, context, tables, storeHash, entries } = await createCustomersBench(linkedTo(7, { written: writtenHash({ ...ANA, address: null }) }));
    const row = { id: '51', trigger: 'person' } as const;
    await tables.entries.record(storeHash, entryOf(context, { row, subject: sendCustomers.subject({ ...row } as DirtyRow), outcome: { result: 'waiting', message: 'Waits.' } }));
    await send();
    expect(await entries()).toMatchObject([{ label: 'Hike customer 51', result: 'no-change', message: 'Nothing is left to do about it.', at: NOW }]);
  });

  it('is asked about with its e-mail, and without a partner', async () => {
    const { send, one, entries, vendors } = await createCustomersBench(aSeenCustomer(51));
    for (const id of [7, 8]) vendors.customers.set(id, ANA.email);
    await send();
    expect(await one()).toMatchObject({ state: 'ask', candidates: [7, 8], problem: { code: 'customer-match-ambiguous', details: { email: ANA.email } } });
    expect(await entries()).toMatchObject([{ result: 'needs-you', bigcommerceId: null, hikeId: '51' }]);
  });

  it('shares its e-mail with nobody who is not sent', async () => {
    const rival = aSeenCustomer(52, { customer: person(52, { email: ANA.email, lastName: '' }) });
    const { send, one } = await createCustomersBench(aSeenCustomer(51), rival);
    await send();
    expect(await one()).toMatchObject({ state: 'linked', customerId: 70 });
  });

  it('is a person’s where the e-mail differs, with both named', async () => {
    const { send, one, vendors } = await createCustomersBench(linkedTo(7));
    vendors.customers.set(7, 'other@example.com');
    await send();
    expect(await one()).toMatchObject({ state: 'refused', candidates: [], problem: { code: 'customer-email-differs', details: { customer: 'Ana Diaz', email: ANA.email } } });
  });

  it('fails alone with its batch where the answer is short of it', async () => {
    const { send, context, marked } = await createCustomersBench(aSeenCustomer(51));
    vi.spyOn(context.bigcommerce.customers, 'createMany').mockResolvedValue([]);
    const [error] = await send();
    expect(error).toBeInstanceOf(BrokenContract);
    expect(error).toMatchObject({ side: 'bigcommerce', message: 'a batch of customers was answered in part' });
    expect(await marked()).toEqual(['customer 51 10 schedule']);
  });
});

describe('what a person decides while a call is on its way', () => {
  const putAside = async ({ vendors, tables, storeHash }: Awaited<ReturnType<typeof createCustomersBench>>, moment: string) => {
    vendors.onCall = async (one) => {
      if (one === moment) await tables.customers.saveMany(storeHash, [aSeenCustomer(51, { state: 'ignored' })]);
    };
  };

  it('stands, and the row ends', async () => {
    const bench = await createCustomersBench(aSeenCustomer(51));
    bench.vendors.customers.set(7, ANA.email).set(8, ANA.email);
    await putAside(bench, 'customers.byEmails:done');
    await bench.send();
    expect([(await bench.one())?.state, await bench.entries(), await bench.marked()]).toEqual(['ignored', [], []]);
  });

  it('never loses a customer that was made meanwhile', async () => {
    const bench = await createCustomersBench(aSeenCustomer(51));
    await putAside(bench, 'customers.createMany:done');
    await bench.send();
    expect([await bench.one(), await bench.linked()]).toMatchObject([{ state: 'linked', customerId: 70 }, { bigcommerceId: '70' }]);
  });
});

describe('a batch that fails', () => {
  it.each([
    ['keeps back the others while BigCommerce answers nothing at all', 'unreachable', 1],
    ['keeps back none where BigCommerce answers', 'answered', 2],
  ] as const)('%s', async (_, kind, calls) => {
    const ids = Array.from({ length: 11 }, (_unused, index) => index + 1);
    const bench = await createCustomersBench(...ids.map((id) => aSeenCustomer(id)));
    bench.context.probe = async () => ({ kind });
    bench.vendors.onCall = (moment) => {
      if (moment === 'customers.createMany') throw new TransientFailure('no answer', null, 'bigcommerce');
    };
    const errors = await bench.send(...ids);
    expect([errors.length, bench.vendors.calls.filter((call) => call === 'customers.createMany').length]).toEqual([calls === 1 ? 10 : 11, calls]);
  });
});

describe('customers that fill no look-up', () => {
  const waits = async ({ rows = 1, trigger = 'schedule' as Trigger, waitedMs = 0, isReading = true } = {}) => {
    const { context, tables, storeHash, mark, clock } = await createCustomersBench();
    await tables.cursors.save(storeHash, 'hike-customers', { goodUntil: null, drain: isReading ? { since: null, startedAt: clock.now(), skip: 10 } : null });
    const row = { ...(await mark('51', { thing: 'customer' })), trigger };
    await clock.advance(waitedMs);
    return sendCustomers.waits?.(context, Array.from({ length: rows }, () => row));
  };

  it.each<[string, Parameters<typeof waits>[0], boolean]>([
    ['wait for the rest of Hike’s list', {}, true],
    ['wait for a minute', { waitedMs: 60_000 }, true],
    ['wait no longer', { waitedMs: 60_001 }, false],
    ['do not wait once the list is read', { isReading: false }, false],
    ['do not keep a person waiting', { trigger: 'person' }, false],
    ['do not wait when they are as many as a look-up takes', { rows: 250 }, false],
    ['are nothing to wait for when there are none', { rows: 0 }, false],
  ])('%s', async (_, given, isWaiting) => {
    expect(await waits(given)).toBe(isWaiting);
  });
});

it.each([
  [NOW, false, false],
  [NOW, true, true],
  [null, false, true],
  [null, true, true],
])('customers of a catalogue started at %s, paused: %s, rest: %s', (startedAt, customers, rests) => {
  expect(sendCustomers.isPaused?.(someSettings({ catalogue: { startedAt }, paused: { customers } }), NO_CATALOGUE_RUN)).toBe(rests);
});

describe('a customer that is not sent', () => {
  it('is one that nobody has met, or that a person put aside: its row ends', async () => {
    const { send, vendors, marked, commits, one } = await createCustomersBench(aSeenCustomer(51, { state: 'ignored' }));
    expect(await send(51, 52)).toEqual([]);
    expect([vendors.calls, await marked(), commits, (await one())?.state]).toEqual([[], [], ['stray-customers-settled'], 'ignored']);
  });

  it.each<[string, SeenCustomer, Partial<SeenCustomer>]>([
    ['says so where it never was', aSeenCustomer(51, { state: 'ask', candidates: [7 as CustomerId] }), { state: 'no-details', candidates: [], problem: problem('customer-incomplete', { customer: 'Ana', missing: 'a last name' }) }],
    ['leaves BigCommerce what it has', linkedTo(7, { state: 'refused', problem: problem('order-gone') }), { state: 'linked', problem: null, customerId: 7 as CustomerId }],
  ])('lacks a detail, and %s', async (_, seen, after) => {
    const { send, one, vendors, entries } = await createCustomersBench({ ...seen, customer: person(51, { lastName: '' }) });
    await send();
    expect(await one()).toMatchObject(after);
    expect([vendors.calls, await entries()]).toEqual([[], []]);
  });

  it.each([
    [false, { state: 'refused', problem: { code: 'not-understood' } }],
    [true, { state: 'waiting', problem: null }],
  ])('and is tried again by itself: %s, stands on its page accordingly', async (willRetry, after) => {
    const { context, tables, mark, one } = await createCustomersBench(aSeenCustomer(51));
    const failed = { row: await mark('51', { thing: 'customer' }), willRetry, problem: problem('not-understood', { side: 'BigCommerce', reference: 'r' }) };
    await sendCustomers.onFailure?.(context, tables, failed);
    await sendCustomers.onFailure?.(context, tables, { ...failed, row: { ...failed.row, id: '52' } });
    expect([await one(), await one(52)]).toMatchObject([after, undefined]);
  });
});

it('customers are not asked for before the catalogue is started', async () => {
  const { context, vendors, commits, mark, tables, storeHash } = await createTestContext();
  await pollHikeCustomers.run(context, [await mark('-', { thing: 'hike-customers' })]);
  expect([vendors.calls, commits, await tables.dirty.find(storeHash, 'hike-customers', '-')]).toEqual([[], ['hike-customers-poll-resting'], null]);
});
