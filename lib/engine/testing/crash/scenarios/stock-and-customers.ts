import { HikeCustomer } from '../../../../domain/customer';
import type { OrderId } from '../../../../domain/ids';
import { anOrder } from '../../../../domain/testing/an-order';
import { createStockEngine, type StockEngine } from '../../../jobs/stock/testing/create-stock-engine';
import { TransientFailure, UnknownOutcome } from '../../../ports/failures';
import { createTestEngine, type TestEngine } from '../../create-test-engine';
import { type Scenario, scenario } from '../scenario';
import { changeCatalogue, mark, pass, spoil, startNow } from './acts';

const MINUTE = 60_000;
const ORDER = 1042 as OrderId;

const stock = (name: string, ...steps: Scenario<StockEngine>['steps']) => scenario<StockEngine>({ name, open: createStockEngine, steps });
const customers = (name: string, ...steps: Scenario['steps']) => scenario({ name, open: createTestEngine, steps: [startNow, ...steps] });

const published = pass(2 * MINUTE);

const person = (change: Partial<HikeCustomer> = {}): HikeCustomer =>
  HikeCustomer.parse({ id: 51, firstName: 'Ana', lastName: 'Diaz', email: 'ana51@example.com', phone: '', company: '', address: null, ...change });

const told = (customer = person()) => async (engine: TestEngine) => {
  engine.vendors.hikeCustomers.set(customer.id, customer);
  await mark('hike-customers')(engine);
};

export const STOCK_SCENARIOS: Scenario[] = [
  stock('a count is published, and moves', (engine) => engine.settle(), published, (engine) => engine.count({ 1: 9 })),
  stock('a level is moved by somebody', (engine) => engine.settle(), published, (engine) => engine.moveLevel(3)),
  stock('an order reserves, and is imported', (engine) => engine.settle(), published, (engine) => engine.place(anOrder({ id: ORDER, createdAt: engine.clock.now(), modifiedAt: engine.clock.now() })), (engine) => engine.pages.importOrders(engine.storeHash, [ORDER]), (engine) => engine.count({ 1: 10 })),
  stock('a zero is held, and approved', (engine) => engine.settle(), published, (engine) => engine.count({ 1: 0 }), (engine) => engine.pages.approveStock(engine.storeHash, null, 'ana@example.com')),
  stock('stock is nobody’s concern', changeCatalogue(({ owners }) => ({ owners: { ...owners, stock: 'nobody' } })), (engine) => engine.count({ 1: 5 }), (engine) => engine.moveLevel(3)),
  stock('levels cannot be set', spoil('inventory.set', () => new TransientFailure('503')), (engine) => engine.count({ 1: 5 })),
];

export const CUSTOMER_SCENARIOS: Scenario[] = [
  customers('a customer is created, and changes', told(), told(person({ phone: '0400 000 000' }))),
  customers('a customer is linked', async ({ vendors }) => void vendors.customers.set(7, 'ana51@example.com'), told()),
  customers('a customer never arrived', spoil('customers.createMany', () => new UnknownOutcome('cut')), told()),
  customers('a customer is ignored by a person', async ({ vendors }) => void vendors.refusedEmails.add('ana51@example.com'), told(), (engine) => engine.pages.actOnCustomers(engine.storeHash, { action: 'ignore', hikeIds: [51] })),
  customers('a customer that nobody knows is asked for', mark('customer', '99')),
  scenario({ name: 'customers are read before the start', open: createTestEngine, steps: [mark('hike-customers')] }),
];
