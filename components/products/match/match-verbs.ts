import type { ProductAction, ProductRow } from '../../../lib/domain/views/product-views';
import { countOf } from '../../ui/count-of';

/** What is done to one product or to many; linking is done one by one. */
export type MatchVerb = Extract<ProductAction, { keys: string[] }>['action'];

interface VerbWords {
  button: string;
  /** Said once it is done. */
  done: (products: string) => string;
  /** What to think of first; `null` where it is put back as easily. */
  question: { title: (products: string) => string; text: string; isDestructive: boolean } | null;
}

export const VERB_WORDS: Record<MatchVerb, VerbWords> = {
  'send-to-hike': { button: 'Send to Hike', done: (products) => `${products} on the way to Hike.`, question: null },
  retry: { button: 'Try again', done: (products) => `${products} tried again.`, question: null },
  hide: {
    button: 'Hide',
    done: (products) => `${products} will be hidden in BigCommerce.`,
    question: { title: (products) => `Hide ${products} in BigCommerce?`, text: 'Shoppers no longer see them. Everything else about them stays, and you can make them visible again in BigCommerce. Where Hike lost single variants only, those alone are taken off sale.', isDestructive: false },
  },
  delete: {
    button: 'Delete',
    done: (products) => `${products} will be deleted in BigCommerce.`,
    question: {
      title: (products) => `Delete ${products} in BigCommerce?`,
      text: 'This cannot be taken back: texts, pictures and reviews go with them. Those that Hike still has, inactive or not ticked for eCommerce, are hidden instead. Where Hike lost single variants only, those alone are deleted.',
      isDestructive: true,
    },
  },
  keep: { button: 'Keep', done: (products) => `${products} kept in BigCommerce as they are.`, question: null },
  unlink: {
    button: 'Unlink',
    done: (products) => `${products} unlinked and put aside.`,
    question: {
      title: (products) => `Unlink ${products}?`,
      text: 'Both sides stay as they are, and changes no longer follow. They are put aside, and not linked by SKU again until you link them by hand or put them back.',
      isDestructive: false,
    },
  },
  ignore: { button: 'Ignore', done: (products) => `${products} put aside.`, question: null },
  unignore: { button: 'Put back', done: (products) => `${products} put back.`, question: null },
};

export const productsWord = (count: number): string => countOf(count, 'product', 'products');

/** What can be done to a product, the most likely first. */
export const verbsOf = ({ can }: Pick<ProductRow, 'can'>): MatchVerb[] => [
  ...(can.sendToHike ? (['send-to-hike'] as const) : []),
  ...(can.retry ? (['retry'] as const) : []),
  ...(can.remove ? (['hide', 'delete', 'keep'] as const) : []),
  ...(can.unlink ? (['unlink'] as const) : []),
  ...(can.ignore ? (['ignore'] as const) : []),
  ...(can.unignore ? (['unignore'] as const) : []),
];

export interface BulkVerb {
  verb: MatchVerb;
  rows: ProductRow[];
}

/** What can be done to what is selected, each with those that it can be done to. */
export const bulkVerbs = (rows: readonly ProductRow[]): BulkVerb[] =>
  (Object.keys(VERB_WORDS) as MatchVerb[]).map((verb) => ({ verb, rows: rows.filter((row) => verbsOf(row).includes(verb)) })).filter((bulk) => bulk.rows.length > 0);

export const nameOf = ({ hike, bigcommerce, key }: Pick<ProductRow, 'hike' | 'bigcommerce' | 'key'>): string => hike?.name ?? bigcommerce?.name ?? key;
