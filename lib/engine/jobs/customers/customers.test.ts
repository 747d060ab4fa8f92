import { describe, expect, it } from 'vitest';
import type { HikeCustomerId, SaleId } from '../../../domain/ids';
import { aSale } from '../../../domain/testing/a-sale';
import { anAddress } from '../../../domain/testing/an-order';
import { QuotaExhausted, UnknownOutcome } from '../../ports/failures';
import { createTestEngine } from '../../testing/create-test-engine';
import { act, openCustomers, person } from './testing/customers-engine';

const MINUTE = 60_000;

describe('customers of Hike’s', () => {
  it('are created once, ten a call, after one look for their e-mails', async () => {
    const engine = await openCustomers();
    await engine.told(...Array.from({ length: 25 }, (_, index) => person(index + 1)));
    expect(engine.vendors.customerBatches).toEqual([10, 10, 5]);
    expect(engine.vendors.calls).toEqual(['hikeCustomers.list', 'customers.byEmails', ...Array.from({ length: 3 }, () => 'customers.createMany')]);
    expect(await engine.one(7)).toMatchObject({ state: 'linked', customerId: 76 });
    engine.vendors.calls.length = 0;
    await engine.pass(60 * MINUTE, 12);
    expect(new Set(engine.vendors.calls)).toEqual(new Set(['hikeCustomers.list']));
    expect(engine.vendors.calls.length).toBeLessThan(6);
  });

  it('share one look for their e-mails, however many pages Hike lists them on', async () => {
    const engine = await openCustomers();
    engine.vendors.hikeCustomersPageSize = 10;
    await engine.told(...Array.from({ length: 25 }, (_, index) => person(index + 1)));
    const lists = Array.from({ length: 3 }, () => 'hikeCustomers.list');
    expect(engine.vendors.calls).toEqual([...lists, 'customers.byEmails', ...Array.from({ length: 3 }, () => 'customers.createMany')]);
  });

  it('wait a minute at most for a list that does not go on', async () => {
    const engine = await openCustomers();
    engine.vendors.hikeCustomersPageSize = 10;
    let lists = 0;
    engine.vendors.onCall = (moment) => {
      if (moment === 'hikeCustomers.list') lists += 1;
      if (moment === 'hikeCustomers.list' && lists > 1) throw new QuotaExhausted('hike', 600_000);
    };
    await engine.told(...Array.from({ length: 25 }, (_, index) => person(index + 1)));
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.createdCustomers).toEqual([]);
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.createdCustomers).toHaveLength(10);
  });

  it('are linked where BigCommerce has them, and nothing of theirs is overwritten', async () => {
    const engine = await openCustomers();
    engine.vendors.customers.set(7, 'ANA51@example.com');
    await engine.told(person(51));
    expect(await engine.one()).toMatchObject({ state: 'linked', customerId: 7 });
    expect([engine.vendors.createdCustomers, engine.vendors.customerChanges]).toEqual([[], []]);
    expect(await engine.entries()).toMatchObject([{ thing: 'customer', label: 'Ana Diaz', bigcommerceId: '7', result: 'done' }]);
  });

  it('are brought up to date when Hike tells something else', async () => {
    const engine = await openCustomers();
    await engine.told(person(51));
    await engine.told(person(51, { phone: '0400 000 000' }));
    expect(engine.vendors.customerChanges).toMatchObject([{ id: 70, draft: { phone: '0400 000 000' } }]);
    await engine.told(person(51, { phone: '0400 000 000' }));
    expect(engine.vendors.customerChanges).toHaveLength(1);
  });

  it('keep the e-mail that they have in BigCommerce, and a person is told', async () => {
    const engine = await openCustomers();
    await engine.told(person(51));
    await engine.told(person(51, { email: 'other@example.com' }));
    expect(engine.vendors.customerChanges).toEqual([]);
    expect(await engine.one()).toMatchObject({ state: 'refused', problem: { code: 'customer-email-differs' } });
    engine.vendors.customers.set(70, 'other@example.com');
    await act(engine, { action: 'retry', hikeIds: [51] });
    expect(await engine.one()).toMatchObject({ state: 'linked' });
    expect(engine.vendors.customers.size).toBe(1);
  });

  it('are listed, and not sent, without all three details', async () => {
    const engine = await openCustomers();
    await engine.told(person(51, { email: '' }), person(52, { lastName: '' }));
    expect(engine.vendors.calls).toEqual(['hikeCustomers.list']);
    const view = await engine.pages.customers(engine.storeHash, { state: 'no-details', search: '', offset: 0 });
    expect(view.rows.map(({ hikeId, state }) => [hikeId, state])).toEqual([[52, 'no-details'], [51, 'no-details']]);
    await engine.told(person(51));
    expect(await engine.one()).toMatchObject({ state: 'linked', problem: null });
  });

  it('lose nothing in BigCommerce when Hike loses a detail', async () => {
    const engine = await openCustomers();
    await engine.told(person(51));
    await engine.told(person(51, { lastName: '' }));
    expect(await engine.one()).toMatchObject({ state: 'linked', customerId: 70 });
    expect(engine.vendors.customerChanges).toEqual([]);
  });

  it('go without an address that BigCommerce would refuse, and the log says so', async () => {
    const engine = await openCustomers();
    await engine.told(person(51, { address: anAddress({ state: 'NSW' }) }), person(52, { address: anAddress({ state: 'Atlantis' }) }));
    expect(engine.vendors.createdCustomers.map(({ address }) => address?.state ?? null)).toEqual(['New South Wales', null]);
    expect((await engine.entries()).find(({ recordId }) => recordId === '52')?.message).toContain('no state “Atlantis”');
  });

  it('have the address changed that they were given, and not another beside it', async () => {
    const engine = await openCustomers();
    const told = (change: Parameters<typeof anAddress>[0]) => engine.told(person(51, { address: anAddress({ state: 'NSW', ...change }) }));
    await engine.told(person(51));
    await told({ street1: '1 George St' });
    await told({ street1: '2 George St' });
    expect(engine.vendors.customerChanges.map(({ addressId }) => addressId)).toEqual([undefined, 1070]);
    const other = await openCustomers();
    await other.told(person(51, { address: anAddress({ state: 'NSW' }) }));
    await other.told(person(51, { address: anAddress({ state: 'VIC' }) }));
    expect(other.vendors.customerChanges).toMatchObject([{ addressId: 1070 }]);
  });

  it('are not read or sent before Start, nor while they are paused', async () => {
    const engine = await openCustomers();
    await engine.pages.pause(engine.storeHash, { customers: true });
    await engine.told(person(51));
    expect(engine.vendors.calls).not.toContain('hikeCustomers.list');
    await engine.pages.pause(engine.storeHash, { customers: false });
    await engine.settle();
    expect(await engine.one()).toMatchObject({ state: 'linked' });
    const early = await createTestEngine();
    early.vendors.hikeCustomers.set(51, person(51));
    await early.database.tables.dirty.mark(early.storeHash, { thing: 'hike-customers', id: '-', priority: 0, notBefore: early.clock.now(), trigger: 'person' });
    await early.settle();
    expect(early.vendors.calls).toEqual([]);
  });

  it('are read page by page, going on where it broke off', async () => {
    const engine = await openCustomers();
    engine.vendors.hikeCustomersPageSize = 2;
    let broken = false;
    engine.vendors.onCall = (moment) => {
      if (moment !== 'hikeCustomers.list:done' || broken || engine.vendors.calls.length < 2) return;
      broken = true;
      throw new QuotaExhausted('hike', 20_000);
    };
    await engine.told(...[51, 52, 53, 54, 55].map((id) => person(id)));
    await engine.pass(MINUTE);
    expect(engine.vendors.customers.size).toBe(5);
    expect(engine.vendors.calls.filter((name) => name === 'hikeCustomers.list')).toHaveLength(4);
  });

  it('do not suffer from one that BigCommerce refuses', async () => {
    const engine = await openCustomers();
    engine.vendors.refusedEmails.add('ana52@example.com');
    await engine.told(person(51), person(52), person(53));
    expect(await engine.one(52)).toMatchObject({ state: 'refused', problem: { code: 'refused-by-bigcommerce' } });
    expect(engine.vendors.customers.size).toBe(2);
    engine.vendors.refusedEmails.clear();
    await act(engine, { action: 'retry', hikeIds: [52] });
    expect(await engine.one(52)).toMatchObject({ state: 'linked' });
  });
});

describe('a customer whose answer was lost', () => {
  it('is found by e-mail, and not made twice', async () => {
    const engine = await openCustomers();
    let lost = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'customers.createMany:done' && lost) throw new UnknownOutcome('502');
    };
    await engine.told(person(51), person(52));
    lost = false;
    await engine.pass(MINUTE);
    expect(engine.vendors.createdCustomers).toHaveLength(2);
    expect(await engine.one(52)).toMatchObject({ state: 'linked', customerId: 71 });
    expect((await engine.entries()).map(({ result }) => result)).toEqual(['done', 'done']);
  });

  it('is found by e-mail when a sale brought it', async () => {
    const engine = await openCustomers();
    let lost = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'customers.create:done' && lost) throw new UnknownOutcome('502');
    };
    engine.vendors.hikeCustomers.set(51, person(51));
    await engine.ringUp(aSale({ customerId: 51 as HikeCustomerId }));
    lost = false;
    await engine.pass(MINUTE);
    expect(engine.vendors.createdCustomers).toHaveLength(1);
    expect(engine.vendors.createdOrders).toMatchObject([{ customerId: 70 }]);
  });
});

describe('a customer that comes with a sale', () => {
  it('is the same one, whoever comes first', async () => {
    const engine = await openCustomers();
    engine.vendors.hikeCustomers.set(51, person(51));
    await engine.ringUp(aSale({ customerId: 51 as HikeCustomerId }));
    await engine.told(person(51), person(52));
    await engine.ringUp(aSale({ id: 502 as SaleId, customerId: 52 as HikeCustomerId }));
    expect(engine.vendors.createdCustomers).toHaveLength(2);
    expect(engine.vendors.createdOrders.map(({ customerId }) => customerId)).toEqual([70, 71]);
    expect(await engine.one()).toMatchObject({ state: 'linked', customerId: 70 });
  });

  it('is a guest while nobody knows which of several it is', async () => {
    const engine = await openCustomers();
    await engine.told(person(51, { email: 'both@example.com' }), person(52, { email: 'both@example.com' }));
    await engine.ringUp(aSale({ customerId: 51 as HikeCustomerId }));
    expect(engine.vendors.createdOrders).toMatchObject([{ customerId: null }]);
  });
});
