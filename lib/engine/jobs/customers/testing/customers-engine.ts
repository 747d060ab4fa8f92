import { HikeCustomer } from '../../../../domain/customer';
import type { HikeCustomerId } from '../../../../domain/ids';
import type { SeenCustomer } from '../../../ports/tables';
import { createTestEngine, type TestEngine } from '../../../testing/create-test-engine';

export const person = (id: number, change: Partial<HikeCustomer> = {}): HikeCustomer =>
  HikeCustomer.parse({ id, firstName: 'Ana', lastName: 'Diaz', email: `ana${id}@example.com`, phone: '', company: '', address: null, ...change });

interface CustomersEngine extends TestEngine {
  told(...customers: HikeCustomer[]): Promise<void>;
  one(id?: number): Promise<SeenCustomer | undefined>;
}

/** Started, with nobody on either side. */
export const openCustomers = async (): Promise<CustomersEngine> => {
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

/** What a person does, and all that follows from it now. */
export const act = async (engine: CustomersEngine, action: Parameters<TestEngine['pages']['actOnCustomers']>[1]) => {
  await engine.pages.actOnCustomers(engine.storeHash, action);
  await engine.settle();
};
