import { z } from 'zod';
import { problem } from '../../domain/problems';
import { fingerprint } from '../fingerprint';
import type { OddItem } from '../ports/odd-item';
import type { Tables } from '../ports/tables';
import { refusalOf } from './entry-of';
import type { JobContext, Subject } from './job';

/** Fingerprints of what was told of, by id: told once, and again when it has changed. */
const Told = z.record(z.string(), z.string());

/** A platform that changes its answers makes every item odd; what is older is told again. */
const MOST_TOLD = 500;

const NAMELESS = '?';

interface OddThing {
  thing: 'order' | 'sale' | 'customer' | 'product';
  direction: Subject['direction'];
  noun: string;
}

const SIDES = { 'bigcommerce-to-hike': 'BigCommerce', 'hike-to-bigcommerce': 'Hike' } as const;

export const ODD_ORDERS: OddThing = { thing: 'order', direction: 'bigcommerce-to-hike', noun: 'Order' };
export const ODD_SALES: OddThing = { thing: 'sale', direction: 'hike-to-bigcommerce', noun: 'Sale' };
export const ODD_CUSTOMERS: OddThing = { thing: 'customer', direction: 'hike-to-bigcommerce', noun: 'Customer' };
export const ODD_PRODUCTS: OddThing = { thing: 'product', direction: 'hike-to-bigcommerce', noun: 'Product' };

interface Page {
  odd: readonly OddItem[];
  /** Those that were understood: what was told of one of them is over. */
  understood: readonly number[];
}

/** In the transaction that takes the page in: one item that is not understood is told to a person, and holds up no other. */
export const tellOddItems = async (context: JobContext, tables: Tables, { thing, page: { odd, understood } }: { thing: OddThing; page: Page }): Promise<void> => {
  const { storeHash } = context;
  const cursor = `odd-${thing.thing}s`;
  const told = new Map(Object.entries(Told.nullable().parse(await tables.cursors.find(storeHash, cursor)) ?? {}));
  const over = understood.map(String).filter((id) => told.delete(id));
  for (const id of over) await record(context, tables, { thing, id, label: `${thing.noun} ${id}`, outcome: OVER });
  const news = odd.filter(({ id, content }) => told.get(id ?? NAMELESS) !== fingerprint(content));
  for (const item of news) {
    const id = item.id ?? NAMELESS;
    told.delete(id);
    told.set(id, fingerprint(item.content));
    await record(context, tables, { thing, id, label: labelOf(thing, item), outcome: { ...outcomeOf(thing, item), detail: { error: item.why } } });
  }
  if (over.length + news.length > 0) await tables.cursors.save(storeHash, cursor, Object.fromEntries([...told].slice(-MOST_TOLD)));
};

const OVER = { result: 'no-change', message: 'It could be read again.' } as const;

const labelOf = ({ noun }: OddThing, { id, number }: OddItem): string => `${noun} ${number ?? id ?? 'without a number'}`;

const outcomeOf = (thing: OddThing, item: OddItem) =>
  refusalOf(problem('item-not-understood', { side: SIDES[thing.direction], item: labelOf(thing, item), reference: item.why.slice(0, 200) }));

type Outcome = typeof OVER | (ReturnType<typeof outcomeOf> & { detail: Record<string, unknown> });

const record = (context: JobContext, tables: Tables, { thing: { thing, direction }, id, label, outcome }: { thing: OddThing; id: string; label: string; outcome: Outcome }): Promise<void> => {
  const known = id === NAMELESS ? null : id;
  const ids = direction === 'hike-to-bigcommerce' ? { hikeId: known, bigcommerceId: null } : { hikeId: null, bigcommerceId: known };
  return tables.entries.record(context.storeHash, { thing, direction, label, ...ids, at: context.now(), recordId: id, trigger: 'schedule', nextTryAt: null, detail: null, problem: null, ...outcome });
};
