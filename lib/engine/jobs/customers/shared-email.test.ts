import { describe, expect, it } from 'vitest';
import type { CustomerId } from '../../../domain/ids';
import { act, openCustomers, person } from './testing/customers-engine';

describe('an e-mail that several customers share', () => {
  it('is no longer asked about once it has its partner otherwise', async () => {
    const engine = await openCustomers();
    for (const id of [7, 8]) engine.vendors.customers.set(id, 'ana51@example.com');
    await engine.told(person(51));
    const [asked] = (await engine.entries()).filter(({ result }) => result === 'needs-you');
    await engine.database.tables.links.save(engine.storeHash, { thing: 'customer', bigcommerceId: '7', hikeId: '51', origin: 'hike', facts: {} }, engine.clock.now());
    await engine.pages.retryEntry(engine.storeHash, asked!.id);
    await engine.settle();
    expect((await engine.entries()).find(({ id }) => id === asked!.id)).toMatchObject({ result: 'no-change', problem: null });
  });

  it('is asked about once, and the choice is kept', async () => {
    const engine = await openCustomers();
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
    const engine = await openCustomers();
    for (const id of [7, 8]) engine.vendors.customers.set(id, 'ana51@example.com');
    await engine.told(person(51));
    await act(engine, { action: 'choose', hikeId: 51, customerId: null });
    await engine.told(person(51, { phone: '1' }));
    expect(await engine.one()).toMatchObject({ state: 'ignored' });
    expect(engine.vendors.createdCustomers).toEqual([]);
  });

  it('is asked about where Hike has two of them, until one is put aside', async () => {
    const engine = await openCustomers();
    await engine.told(person(51, { email: 'both@example.com' }), person(52, { email: 'both@example.com' }));
    expect([(await engine.one(51))?.state, (await engine.one(52))?.state]).toEqual(['ask', 'ask']);
    await act(engine, { action: 'ignore', hikeIds: [52] });
    expect([(await engine.one(51))?.state, (await engine.one(52))?.state]).toEqual(['linked', 'ignored']);
    await act(engine, { action: 'unignore', hikeIds: [52] });
    expect(await engine.one(52)).toMatchObject({ state: 'ask', candidates: [70] });
    expect(engine.vendors.customers.size).toBe(1);
  });

  it('goes to the one of Hike’s that a person chose, and the other is remembered as not sent', async () => {
    const engine = await openCustomers();
    await engine.told(person(51, { email: 'both@example.com' }), person(52, { firstName: 'Bo', email: 'Both@example.com' }));
    await act(engine, { action: 'create', hikeId: 51 });
    expect(await engine.one(51)).toMatchObject({ state: 'linked', customerId: 70 });
    expect(engine.vendors.createdCustomers).toMatchObject([{ firstName: 'Ana', email: 'both@example.com' }]);
    const { rows } = await engine.pages.customers(engine.storeHash, { state: 'ignored', search: '', offset: 0 });
    expect(rows).toMatchObject([{ hikeId: 52, sentence: 'Bo Diaz is not sent: you chose Ana Diaz for the e-mail both@example.com.' }]);
    expect((await engine.entries()).map(({ recordId, result }) => [recordId, result])).toEqual(expect.arrayContaining([['51', 'done'], ['52', 'done']]));
    await engine.told(person(52, { firstName: 'Bo', email: 'both@example.com', phone: '1' }));
    expect(await engine.one(52)).toMatchObject({ state: 'ignored' });
    expect(engine.vendors.createdCustomers).toHaveLength(1);
  });

  it('no longer keeps away the one that gave way, once Hike has another e-mail for it', async () => {
    const engine = await openCustomers();
    await engine.told(person(51, { email: 'both@example.com' }), person(52, { email: 'both@example.com' }), person(53));
    await act(engine, { action: 'create', hikeId: 51 });
    await act(engine, { action: 'ignore', hikeIds: [53] });
    await engine.told(person(52, { email: 'own@example.com' }), person(53, { email: 'else@example.com' }));
    expect([(await engine.one(52))?.state, (await engine.one(53))?.state]).toEqual(['linked', 'ignored']);
  });

  it('creates nobody where BigCommerce has the e-mail by now', async () => {
    const engine = await openCustomers();
    engine.vendors.customers.set(7, 'ana51@example.com');
    engine.vendors.customers.set(8, 'ana51@example.com');
    await engine.told(person(51));
    await act(engine, { action: 'create', hikeId: 51 });
    expect(await engine.one()).toMatchObject({ state: 'ask', candidates: [7, 8] });
    expect(engine.vendors.createdCustomers).toEqual([]);
  });

  it('is asked about where it belongs to another Hike customer already', async () => {
    const engine = await openCustomers();
    await engine.told(person(51));
    await engine.told(person(51, { email: 'new@example.com' }), person(52, { email: 'ana51@example.com' }));
    expect(await engine.one(52)).toMatchObject({ state: 'ask', candidates: [70 as CustomerId] });
  });
});
