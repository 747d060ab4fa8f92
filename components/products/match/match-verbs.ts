import type { ProductAction, ProductRow, ProductsTab, VerbForAll } from '../../../lib/domain/views/product-views';
import { countOf } from '../../ui/count-of';

/** What is done to one product or to many; linking with a product that a person picks is done one by one. */
export type MatchVerb = Extract<ProductAction, { keys: string[] }>['action'];

interface VerbWords {
  button: string;
  /** Said once it is done. */
  done: (products: string) => string;
  /** What to think of first; `null` where it is put back as easily. */
  question: { title: (products: string) => string; text: string; isDestructive: boolean } | null;
}

export const VERB_WORDS: Record<MatchVerb, VerbWords> = {
  'link-candidate': {
    button: 'Link to the only candidate',
    done: (products) => `${products} linked.`,
    question: {
      title: (products) => `Link ${products} to the only candidate?`,
      text: 'Each is linked with the one product in BigCommerce that it could be, and changes in Hike follow from then on. A candidate that two products could be, or that is linked already, is left for you.',
      isDestructive: false,
    },
  },
  'send-to-hike': { button: 'Send to Hike', done: (products) => `${products} on the way to Hike.`, question: null },
  retry: { button: 'Try again', done: (products) => `${products} tried again.`, question: null },
  hide: {
    button: 'Hide',
    done: (products) => `${products} will be hidden in BigCommerce.`,
    question: { title: (products) => `Hide ${products} in BigCommerce?`, text: 'Shoppers no longer see what is hidden. Everything else about it stays, and you can make it visible again in BigCommerce. Where Hike lost single variants only, those alone are taken off sale.', isDestructive: false },
  },
  delete: {
    button: 'Delete',
    done: (products) => `${products} will be deleted in BigCommerce.`,
    question: {
      title: (products) => `Delete ${products} in BigCommerce?`,
      text: 'This cannot be taken back: texts, pictures and reviews are deleted too. What Hike still has, inactive or not ticked for eCommerce, is hidden instead. Where Hike lost single variants only, those alone are deleted.',
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
  ...(can.hide ? (['hide'] as const) : []),
  ...(can.delete ? (['delete'] as const) : []),
  ...(can.keep ? (['keep'] as const) : []),
  ...(can.unlink ? (['unlink'] as const) : []),
  ...(can.ignore ? (['ignore'] as const) : []),
  ...(can.unignore ? (['unignore'] as const) : []),
];

/** With many at once a candidate needs nobody to pick it; one by one it is in the dialog. */
export const bulkVerbsOf = (row: Pick<ProductRow, 'can'>): MatchVerb[] => [...(row.can.linkCandidate ? (['link-candidate'] as const) : []), ...verbsOf(row)];

/** What can be done to all that a tab holds, whatever its first page shows. */
export const VERBS_OF_TAB: Record<ProductsTab, readonly VerbForAll[]> = {
  linked: ['unlink'],
  changing: ['unlink'],
  'level-changes': ['unlink'],
  'to-zero': ['unlink'],
  'price-moves': ['unlink'],
  'only-hike': ['ignore'],
  'only-bigcommerce': ['send-to-hike', 'ignore'],
  ambiguous: ['ignore'],
  clash: ['ignore'],
  duplicate: ['ignore'],
  refused: ['link-candidate', 'retry', 'ignore'],
  removed: ['unlink'],
  kept: ['unlink'],
  'left-out': [],
  ignored: ['unignore'],
};

export interface BulkVerb {
  verb: MatchVerb;
  rows: ProductRow[];
}

/** What can be done to what is selected, each with those that it can be done to. */
export const bulkVerbs = (rows: readonly ProductRow[]): BulkVerb[] =>
  (Object.keys(VERB_WORDS) as MatchVerb[]).map((verb) => ({ verb, rows: rows.filter((row) => bulkVerbsOf(row).includes(verb)) })).filter((bulk) => bulk.rows.length > 0);

export const nameOf = ({ hike, bigcommerce, key }: Pick<ProductRow, 'hike' | 'bigcommerce' | 'key'>): string => hike?.name ?? bigcommerce?.name ?? key;
