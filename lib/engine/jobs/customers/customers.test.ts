import { describe, expect, it } from 'vitest';
import { HikeCustomer } from '../../../domain/customer';
import type { CustomerId, HikeCustomerId, SaleId } from '../../../domain/ids';
import { aSale } from '../../../domain/testing/a-sale';
import { anAddress } from '../../../domain/testing/an-order';
import { QuotaExhausted, UnknownOutcome } from '../../ports/failures';
import type { SeenCustomer } from '../../ports/tables';
import { createTestEngine, type TestEngine } from '../../testing/create-test-engine';

const MINUTE = 60_000;

const person = (id: number, change: Partial<HikeCustomer> = {}): HikeCustomer =>
  HikeCustomer.parse({ id, firstName: 'Ana', lastName: 'Diaz', email: `ana${id}@example.com`, phone: '', company: '', address: null, ...change });

interface CustomersEngine extends TestEngine {
  told(...customers: HikeCustomer[]): Promise<void>;
  one(id?: number): Promise<SeenCustomer | undefined>;
}

const open = async (): Promise<CustomersEngine> => {
  const engine = await createTestEngine();
  const { storeHash, database: { tables }, vendors, clock } = engine;
  await engine.change({ catalogue: { ...(await tables.settings.get(storeHash)).value.catalogue, startedAt: clock.now() } });
  return {
    ...engine,
    async told(...customers) {
      for (const customer of customers) vendors.hikeCustomers.set(customer.id, customer);
      await tables.dirty.mark(storeHash, { thing: 'hike-customers', id: '-', priority: 0, notBefore: clock.now(), trigger: 'schedule' });
      await engine.settle();
    },
    one: async (id = 51) => (await tables.customers.findMany(storeHash, [id as HikeCustomerId]))[0],
  };
};

const act = async (engine: CustomersEngine, action: Parameters<TestEngine['pages']['actOnCustomers']>[1]) => {
  await engine.pages.actOnCustomers(engine.storeHash, action);
  await engine.settle();
};

describe('customers of Hike’s', () => {
  it('are created once, ten a call, after one look for their e-mails', async () => {
    const engine = await open();
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
    const engine = await open();
    engine.vendors.hikeCustomersPageSize = 10;
    await engine.told(...Array.from({ length: 25 }, (_, index) => person(index + 1)));
    const lists = Array.from({ length: 3 }, () => 'hikeCustomers.list');
    expect(engine.vendors.calls).toEqual([...lists, 'customers.byEmails', ...Array.from({ length: 3 }, () => 'customers.createMany')]);
  });

  it('wait a minute at most for a list that does not go on', async () => {
    const engine = await open();
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
    const engine = await open();
    engine.vendors.customers.set(7, 'ANA51@example.com');
    await engine.told(person(51));
    expect(await engine.one()).toMatchObject({ state: 'linked', customerId: 7 });
    expect([engine.vendors.createdCustomers, engine.vendors.customerChanges]).toEqual([[], []]);
    expect(await engine.entries()).toMatchObject([{ thing: 'customer', label: 'Ana Diaz', bigcommerceId: '7', result: 'done' }]);
  });

  it('are brought up to date when Hike tells something else', async () => {
    const engine = await open();
    await engine.told(person(51));
    await engine.told(person(51, { phone: '0400 000 000' }));
    expect(engine.vendors.customerChanges).toMatchObject([{ id: 70, draft: { phone: '0400 000 000' } }]);
    await engine.told(person(51, { phone: '0400 000 000' }));
    expect(engine.vendors.customerChanges).toHaveLength(1);
  });

  it('keep the e-mail that they have in BigCommerce, and a person is told', async () => {
    const engine = await open();
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
    const engine = await open();
    await engine.told(person(51, { email: '' }), person(52, { lastName: '' }));
    expect(engine.vendors.calls).toEqual(['hikeCustomers.list']);
    const view = await engine.pages.customers(engine.storeHash, { state: 'no-details', search: '', offset: 0 });
    expect(view.rows.map(({ hikeId, state }) => [hikeId, state])).toEqual([[52, 'no-details'], [51, 'no-details']]);
    await engine.told(person(51));
    expect(await engine.one()).toMatchObject({ state: 'linked', problem: null });
  });

  it('lose nothing in BigCommerce when Hike loses a detail', async () => {
    const engine = await open();
    await engine.told(person(51));
    await engine.told(person(51, { lastName: '' }));
    expect(await engine.one()).toMatchObject({ state: 'linked', customerId: 70 });
    expect(engine.vendors.customerChanges).toEqual([]);
  });

  it('go without an address that BigCommerce would refuse, and the log says so', async () => {
    const engine = await open();
    await engine.told(person(51, { address: anAddress({ state: 'NSW' }) }), person(52, { address: anAddress({ state: 'Atlantis' }) }));
    expect(engine.vendors.createdCustomers.map(({ address }) => address?.state ?? null)).toEqual(['New South Wales', null]);
    expect((await engine.entries()).find(({ recordId }) => recordId === '52')?.message).toContain('no state “Atlantis”');
  });

  it('are not read or sent before Start, nor while they are paused', async () => {
    const engine = await open();
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
    const engine = await open();
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
    const engine = await open();
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
    const engine = await open();
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
    const engine = await open();
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
    const engine = await open();
    engine.vendors.hikeCustomers.set(51, person(51));
    await engine.ringUp(aSale({ customerId: 51 as HikeCustomerId }));
    await engine.told(person(51), person(52));
    await engine.ringUp(aSale({ id: 502 as SaleId, customerId: 52 as HikeCustomerId }));
    expect(engine.vendors.createdCustomers).toHaveLength(2);
    expect(engine.vendors.createdOrders.map(({ customerId }) => customerId)).toEqual([70, 71]);
    expect(await engine.one()).toMatchObject({ state: 'linked', customerId: 70 });
  });

  it('is a guest while nobody knows which of several it is', async () => {
    const engine = await open();
    await engine.told(person(51, { email: 'both@example.com' }), person(52, { email: 'both@example.com' }));
    await engine.ringUp(aSale({ customerId: 51 as HikeCustomerId }));
    expect(engine.vendors.createdOrders).toMatchObject([{ customerId: null }]);
  });
});

describe('an e-mail that several customers share', () => {
  it('is no longer asked about once it has its partner otherwise', async () => {
    const engine = await open();
    for (const id of [7, 8]) engine.vendors.customers.set(id, 'ana51@example.com');
    await engine.told(person(51));
    const [asked] = (await engine.entries()).filter(({ result }) => result === 'needs-you');
    await engine.database.tables.links.save(engine.storeHash, { thing: 'customer', bigcommerceId: '7', hikeId: '51', origin: 'hike', facts: {} }, engine.clock.now());
    await engine.pages.retryEntry(engine.storeHash, asked!.id);
    await engine.settle();
    expect((await engine.entries()).find(({ id }) => id === asked!.id)).toMatchObject({ result: 'no-change', problem: null });
  });

  it('is asked about once, and the choice is kept', async () => {
    const engine = await open();
    for (const id of [7, 8]) engine.vendors.customers.set(id, 'ana51@example.com');
    await engine.told(person(51));
    expect(await engine.one()).toMatchObject({ state: 'ask', candidates: [7, 8] });
    expect(await engine.entries()).toMatchObject([{ result: 'needs-you', problem: { code: 'customer-match-ambiguous' } }]);
    await act(engine, { action: 'choose', hikeId: 51, customerId: 8 });
    expect(await engine.one()).toMatchObject({ state: 'linked', customerId: 8, candidates: [] });
    expect(await engine.entries()).toMatchObject([{ result: 'done' }]);
    await engine.told(person(51, { phone: '1' }));
    expect(engine.vendors.customerChanges).toMatchObject([{ id: 8 }]);
    expect(engine.vendors.createdCustomers).toEqual([]);
  });

  it('keeps a customer of whom a person said none of them', async () => {
    const engine = await open();
    for (const id of [7, 8]) engine.vendors.customers.set(id, 'ana51@example.com');
    await engine.told(person(51));
    await act(engine, { action: 'choose', hikeId: 51, customerId: null });
    await engine.told(person(51, { phone: '1' }));
    expect(await engine.one()).toMatchObject({ state: 'ignored' });
    expect(engine.vendors.createdCustomers).toEqual([]);
  });

  it('is asked about where Hike has two of them, until one is put aside', async () => {
    const engine = await open();
    await engine.told(person(51, { email: 'both@example.com' }), person(52, { email: 'both@example.com' }));
    expect([(await engine.one(51))?.state, (await engine.one(52))?.state]).toEqual(['ask', 'ask']);
    await act(engine, { action: 'ignore', hikeIds: [52] });
    expect([(await engine.one(51))?.state, (await engine.one(52))?.state]).toEqual(['linked', 'ignored']);
    await act(engine, { action: 'unignore', hikeIds: [52] });
    expect(await engine.one(52)).toMatchObject({ state: 'ask', candidates: [70] });
    expect(engine.vendors.customers.size).toBe(1);
  });

  it('is asked about where it belongs to another Hike customer already', async () => {
    const engine = await open();
    await engine.told(person(51));
    await engine.told(person(51, { email: 'new@example.com' }), person(52, { email: 'ana51@example.com' }));
    expect(await engine.one(52)).toMatchObject({ state: 'ask', candidates: [70 as CustomerId] });
  });
});
