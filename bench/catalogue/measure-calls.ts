import { refusedOf, sumOf } from './calls';
import { type Cost, costOf, PER_CALL } from './cost';
import type { Updated } from './measure-peers';
import { rateUsedBy, type RateUsed } from './rate-used';
import { customersToAdd, type Goods, makeChanges, productsToAdd, productsToChange, seedProducts } from './seed-shop';
import type { Place } from './start-connector';
import { type Session, startSession } from './start-session';
import type { Stage } from './start-stage';

const PRODUCTS = 2000;
const CUSTOMERS = 500;

export interface Costs {
  place: Place;
  costs: Cost[];
  creating: RateUsed;
  /** The price updates, as those of the peers are told. */
  updated: Updated;
}

/** The first sync of a shop whose products the store lacks. */
const measureCreates = (stage: Stage, session: Session, goods: Goods): Promise<Cost> =>
  costOf(stage, session.place, {
    name: `${goods.ids.length} creates, with the stock of ${goods.variants} variants`,
    bound: goods.ids.length + Math.ceil(goods.variants / PER_CALL.stock),
    work: async () => {
      await session.ask('act', { action: 'start' });
      await session.untilRun(({ state }) => state === 'in-step');
      await session.catchUp('products');
    },
  });

const measureUpdates = (stage: Stage, session: Session, { ids }: Goods): Promise<Cost> =>
  costOf(stage, session.place, {
    name: `${ids.length} prices`,
    bound: Math.ceil(ids.length / PER_CALL.update),
    work: async () => {
      await makeChanges(stage, productsToChange(session.place, ids, { price: 77 }));
      await session.catchUp('products');
    },
  });

const measureStock = (stage: Stage, session: Session, { singles }: Goods): Promise<Cost> =>
  costOf(stage, session.place, {
    name: `${singles.length} counts`,
    bound: Math.ceil(singles.length / PER_CALL.stock),
    work: async () => {
      await makeChanges(stage, productsToChange(session.place, singles, { onHand: 33 }));
      await session.catchUp('products');
    },
  });

const measureCustomers = (stage: Stage, session: Session): Promise<Cost> =>
  costOf(stage, session.place, {
    name: `${CUSTOMERS} customers`,
    bound: Math.ceil(CUSTOMERS / PER_CALL.customer),
    work: async () => {
      await makeChanges(stage, customersToAdd(session.place, { from: 1, count: CUSTOMERS }));
      await session.catchUp('customers');
    },
  });

/** A busy day at once: some of each. */
const measureMixed = async (stage: Stage, session: Session, goods: Goods): Promise<Cost> => {
  const [priced, counted] = [goods.ids.slice(0, 300), goods.singles.slice(-1000)];
  const fresh = 300;
  return costOf(stage, session.place, {
    name: `${fresh} creates, ${priced.length} prices, ${counted.length} counts, 100 customers`,
    bound: fresh + priced.length / PER_CALL.update + 1 + 100 / PER_CALL.customer,
    work: async () => {
      await makeChanges(stage, [
        ...(await productsToAdd(stage, session.place, { from: goods.ids.length + 1, count: fresh })),
        ...productsToChange(session.place, priced, { price: 55 }),
        ...productsToChange(session.place, counted, { onHand: 44 }),
        ...customersToAdd(session.place, { from: CUSTOMERS + 1, count: 100 }),
      ]);
      await session.catchUp('products');
      await session.catchUp('customers');
    },
  });
};

/** From the first product that changed to the last. */
const secondsOfUpdates = async (stage: Stage, { storeHash }: Place): Promise<number> => {
  const rows = await stage.control<{ at: string }[]>(`/ledger?side=bigcommerce&tenant=${storeHash}&kind=product.updated`);
  return (Date.parse(rows.at(-1)?.at ?? '') - Date.parse(rows[0]?.at ?? '')) / 1000;
};

/** One of each after the other, in one store; then all at once. */
export const measureCosts = async (stage: Stage): Promise<Costs> => {
  const place = await stage.control<Place>('/worlds', { body: { name: 'empty' } });
  const goods = await seedProducts(stage, place, { from: 1, count: PRODUCTS });
  const session = await startSession(stage, place);
  try {
    await session.ask('act', { action: 'dry-run' });
    await session.untilRun(({ state }) => state === 'ready');
    const costs: Cost[] = [];
    const creating = await rateUsedBy(stage, place, async () => void costs.push(await measureCreates(stage, session, goods)));
    const updates = await measureUpdates(stage, session, goods);
    const updated = { name: 'This app', products: PRODUCTS, seconds: await secondsOfUpdates(stage, place), calls: sumOf(updates.calls), refused: refusedOf(updates.calls) };
    costs.push(updates, await measureStock(stage, session, goods), await measureCustomers(stage, session), await measureMixed(stage, session, goods));
    return { place, costs, creating, updated };
  } finally {
    await session.stop();
  }
};
