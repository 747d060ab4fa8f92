import { describe, expect, it, vi } from 'vitest';
import type { CustomerId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import { customerText } from '../../../domain/rules/customers/customer-text';
import { fingerprint } from '../../fingerprint';
import type { SeenCustomer } from '../../ports/tables';
import { pollHikeCustomers } from './poll-hike-customers';
import { takeInCustomers } from './take-in-customers';
import { aSeenCustomer, createCustomersBench } from './testing/customers-bench';
import { person } from './testing/customers-engine';

const told = async (customer: ReturnType<typeof person>, ...seen: SeenCustomer[]) => {
  const bench = await createCustomersBench(...seen);
  await bench.database.transaction('hike-customers-page-taken-in', (inside) => takeInCustomers(bench.context, inside, [customer]));
  return { one: await bench.one(), marked: await bench.marked() };
};

const TO_SEND = ['customer 51 25 schedule'];
const ASKED = problem('customer-match-ambiguous', { email: 'ana51@example.com' });
const GAVE_WAY = problem('customer-email-given', { customer: 'Ana Diaz', other: 'Bo Diaz', email: 'ana51@example.com' });
const changed = person(51, { phone: '1' });
const moved = person(51, { email: 'other@example.com' });
const bare = person(51, { lastName: '' });

describe('a customer as Hike tells it', () => {
  it.each<[string, ReturnType<typeof person>, Partial<SeenCustomer> | null, Partial<SeenCustomer>, string[]]>([
    ['that nobody has met waits to be sent', person(51), null, { state: 'waiting', problem: null, candidates: [], customerId: null, written: null }, TO_SEND],
    ['that nobody has met and that lacks a detail says so', bare, null, { state: 'no-details', candidates: [], problem: problem('customer-incomplete', { customer: 'Ana', missing: 'a last name' }) }, []],
    ['that was asked about is sent anew', changed, { state: 'ask', problem: ASKED, candidates: [7 as CustomerId] }, { state: 'waiting', problem: null }, TO_SEND],
    ['that was asked about and loses a detail is asked about no more', bare, { state: 'ask', problem: ASKED, candidates: [7 as CustomerId] }, { state: 'no-details', candidates: [] }, []],
    ['that has its detail now is sent', changed, { state: 'no-details', problem: ASKED }, { state: 'waiting', problem: null }, TO_SEND],
    ['that is linked is brought up to date, and keeps its state until then', changed, { state: 'linked', customerId: 7 as CustomerId }, { state: 'linked', customerId: 7 as CustomerId }, TO_SEND],
    ['that is linked and loses a detail is looked at', bare, { state: 'linked', customerId: 7 as CustomerId }, { state: 'linked' }, TO_SEND],
    ['that a person put aside stays so', changed, { state: 'ignored' }, { state: 'ignored' }, []],
    ['that a person put aside stays so with another e-mail', moved, { state: 'ignored' }, { state: 'ignored' }, []],
    ['that gave way to another stays aside while it has that e-mail', changed, { state: 'ignored', problem: GAVE_WAY }, { state: 'ignored', problem: GAVE_WAY }, []],
    ['that gave way to another is sent with an e-mail of its own', moved, { state: 'ignored', problem: GAVE_WAY }, { state: 'waiting', problem: null }, TO_SEND],
  ])('%s', async (_, customer, before, after, due) => {
    const { one, marked } = await told(customer, ...(before === null ? [] : [aSeenCustomer(51, before)]));
    expect([one, marked]).toMatchObject([{ customer, ...after }, due]);
  });

  it('that did not change costs nothing', async () => {
    const same = aSeenCustomer(51, { state: 'refused', problem: ASKED, fingerprint: fingerprint(customerText(person(51))) });
    expect(await told(person(51), same)).toEqual({ one: same, marked: [] });
  });
});

describe('the poll of customers', () => {
  const poll = async (next: number | null) => {
    const bench = await createCustomersBench();
    vi.spyOn(bench.context.hike.customers, 'listChanged').mockResolvedValue({ items: [person(51)], next, total: 2, odd: [] });
    await pollHikeCustomers.run(bench.context, [await bench.mark('-', { thing: 'hike-customers' })]);
    return { ...bench, row: await bench.tables.dirty.find(bench.storeHash, 'hike-customers', '-'), cursor: await bench.tables.cursors.find(bench.storeHash, 'hike-customers') };
  };

  it('goes on at once where a page is followed by another', async () => {
    const { row, cursor, clock } = await poll(100);
    expect(row).toMatchObject({ notBefore: clock.now(), version: 2 });
    expect(cursor).toEqual({ goodUntil: null, drain: { since: null, startedAt: clock.now(), skip: 100 } });
  });

  it('comes again after a while where it was the last', async () => {
    const { row, cursor, clock } = await poll(null);
    expect([row?.trigger, cursor]).toEqual(['schedule', { goodUntil: clock.now(), drain: null }]);
    expect(row!.notBefore > clock.now()).toBe(true);
  });
});
