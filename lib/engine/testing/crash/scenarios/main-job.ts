import { HikeCustomer } from '../../../../domain/customer';
import type { CustomerId, HikeCustomerId, OrderId, ProductId, SaleId, TaxClassId, VariantId } from '../../../../domain/ids';
import type { Instant } from '../../../../domain/instant';
import { anOrder, anOrderLine } from '../../../../domain/testing/an-order';
import { aRefund, aSale } from '../../../../domain/testing/a-sale';
import { BrokenContract, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../../ports/failures';
import { createTestEngine, type TestEngine } from '../../create-test-engine';
import { type Scenario, scenario } from '../scenario';
import { heal, mark, pass, spoil } from './acts';

const ORDER = 1042 as OrderId;
const NOW = '2026-01-15T04:00:00.000Z' as Instant;

const order = anOrder({ id: ORDER });

const place = (placed = order) => (engine: TestEngine) => engine.place(placed);
const importIt = (engine: TestEngine) => engine.pages.importOrders(engine.storeHash, [ORDER]);
const ringUp = (sale = aSale()) => (engine: TestEngine) => engine.ringUp(sale);

const lost = () => new UnknownOutcome('cut');
const refused = (side: 'bigcommerce' | 'hike') => () => new RefusedByVendor({ side, status: 400, reason: 'The tax is unknown.' });

const orders = (name: string, ...steps: Scenario['steps']) => scenario({ name, open: createTestEngine, steps });
const sales = (name: string, ...steps: Scenario['steps']) => scenario({ name, open: (options) => createTestEngine({ ...options, start: NOW }), steps });

const person = HikeCustomer.parse({ id: 51, firstName: 'Ana', lastName: 'Diaz', email: 'ana51@example.com', phone: '', company: '', address: null });

const meetPerson = async ({ vendors }: TestEngine) => void vendors.hikeCustomers.set(51, person);

const stockTote = async ({ vendors }: TestEngine) =>
  void vendors.variants.push({ productId: 111 as ProductId, variantId: 211 as VariantId, sku: 'TOTE-01', taxClassId: 0 as TaxClassId });

const status = (engine: TestEngine, statusId: number) => engine.place(anOrder({ id: ORDER, statusId: statusId as never, modifiedAt: engine.clock.now() }));

const away = async ({ vendors }: TestEngine) => {
  vendors.onCall = (moment) => {
    if (moment === 'orders.create' || moment === 'store.probe') throw new TransientFailure('no answer', null, 'bigcommerce');
  };
};

export const ORDER_SCENARIOS: Scenario[] = [
  orders('an order becomes a sale, completed when it is shipped, and is asked for again', place(), importIt, (engine) => status(engine, 2), mark('import-order', String(ORDER))),
  orders('an order becomes a sale, and is cancelled', place(), importIt, (engine) => status(engine, 5)),
  orders('an order becomes a sale although the answer is lost', place(), spoil('sales.create:done', lost), importIt),
  orders('an order never arrived', place(), spoil('sales.create', lost), importIt),
  orders('an order holds what Hike lacks', place(anOrder({ id: ORDER, lines: [anOrderLine({ quantity: 2, sku: 'GONE-1', total: order.lines[0]!.total })] })), importIt),
  orders('an order is refused by Hike', place(), spoil('sales.create', refused('hike'), { always: true }), importIt),
  orders('an order is gone', mark('order', '77')),
  orders('orders are read back', async ({ vendors, clock }) => void vendors.orders.set(ORDER, anOrder({ id: ORDER, modifiedAt: clock.now() })), (engine) => engine.pages.checkOrders(engine.storeHash)),
  orders('an order is of a customer whom Hike knows', async (engine) => meetPerson(engine), place(anOrder({ id: ORDER, customerId: 9 as CustomerId })), importIt),
];

export const SALE_SCENARIOS: Scenario[] = [
  sales('a sale becomes an order, and is refunded', stockTote, ringUp(), ringUp(aRefund({ transactionDate: NOW })), mark('sale', '501')),
  sales('a sale becomes an order although the answer is lost', spoil('orders.create:done', lost), ringUp()),
  sales('a sale never arrived', spoil('orders.create', lost), ringUp()),
  sales('a sale is refused by BigCommerce', spoil('orders.create', refused('bigcommerce'), { always: true }), ringUp()),
  sales('a sale is of a customer whom BigCommerce lacks', meetPerson, ringUp(aSale({ customerId: 51 as HikeCustomerId }))),
  sales('a sale is left out, for it is a quote', ringUp(aSale({ id: 503 as SaleId, status: 'Quote' }))),
  sales('a sale that nobody knows is asked for', mark('sale', '99')),
  sales('sales are paused', (engine) => engine.pages.pause(engine.storeHash, { sales: true }), mark('hike-sales')),
  sales('BigCommerce hiccups', spoil('orders.create', () => new TransientFailure('503')), ringUp()),
  sales('BigCommerce is away', away, ringUp(), heal, pass(10 * 60_000, 10)),
  sales('BigCommerce answers nonsense', spoil('variants.bySku', () => new BrokenContract('bigcommerce', 'no id'), { always: true }), ringUp(), heal),
];
