import type { Direction, Thing, Trigger } from '../../lib/domain/entry';

interface EntryWords {
  direction: Record<Direction, string>;
  thing: Record<Thing, string>;
  trigger: Record<Trigger, string>;
}

/** An entry's codes in the merchant's words. */
export const ENTRY_WORDS: EntryWords = {
  direction: {
    'hike-to-bigcommerce': 'Hike to BigCommerce',
    'bigcommerce-to-hike': 'BigCommerce to Hike',
  },
  thing: { order: 'Orders', sale: 'Sales', product: 'Products', stock: 'Stock', customer: 'Customers', connection: 'Connections', settings: 'Settings' },
  trigger: {
    person: 'a person',
    schedule: 'the regular check',
    webhook: 'a message from BigCommerce',
    'follow-up': 'another entry',
  },
};
