import type { Settings } from '../../../lib/domain/settings';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { countOf } from '../../ui/count-of';

export interface StartWords {
  written: string[];
  left: string[];
}

/** Goes on by itself, whatever is applied. */
const NOTHING: StartWords = { written: [], left: [] };

const removedWords = (removed: number, deletes: Settings['catalogue']['deletes'] | undefined): StartWords => {
  if (removed === 0) return { written: [], left: [] };
  const what = countOf(removed, 'product', 'products');
  if (deletes === 'hide') return { written: [`${what} gone from Hike will be hidden in BigCommerce.`], left: [] };
  if (deletes === 'delete') return { written: [`${what} gone from Hike will be deleted in BigCommerce, or hidden where Hike still has them.`], left: [] };
  return { written: [], left: [`${what} gone from Hike, until you decide.`] };
};

const createdWords = (create: number, newProducts: Settings['catalogue']['newProducts'] | undefined): string[] => {
  if (create === 0) return [];
  const seen = newProducts === undefined ? '' : newProducts === 'visible' ? ', visible to shoppers' : ', hidden from shoppers';
  return [`${countOf(create, 'product', 'products')} will be created in BigCommerce, with variants and pictures${seen}.`];
};

const stockWords = ({ goesToZero, levels }: CatalogueRunView['counts'], settings: Settings | undefined): StartWords => {
  if (settings?.paused.stock === true) return { written: [], left: ['Stock, which is paused.'] };
  if (settings !== undefined && settings.catalogue.owners.stock !== 'hike') return { written: [], left: ['Stock, which Hike does not decide.'] };
  const moves = [...(levels > 0 ? [countOf(levels, 'level changes', 'levels change')] : []), ...(goesToZero > 0 ? [countOf(goesToZero, 'SKU goes to zero', 'SKUs go to zero')] : [])];
  return { written: [`Stock in BigCommerce will follow Hike’s counts${moves.length > 0 ? `; ${moves.join(', ')}` : ''}.`], left: [] };
};

const customerWords = (isPaused: boolean): StartWords =>
  isPaused
    ? { written: [], left: ['Customers, who are paused.'] }
    : { written: ['Customers in Hike with first name, last name and e-mail will be found in BigCommerce, or created there. No mail is sent to them.'], left: [] };

/** What "Start" writes and what it leaves; the settings decide some of it, and may not be known yet. */
export const startWords = ({ counts, hold }: Pick<CatalogueRunView, 'counts' | 'hold'>, settings: Settings | undefined): StartWords => {
  const removed = removedWords(counts.removed, settings?.catalogue.deletes);
  const stock = hold === null || hold.ofStock ? stockWords(counts, settings) : NOTHING;
  const customers = hold === null ? customerWords(settings?.paused.customers ?? false) : NOTHING;
  const written = [
    ...createdWords(counts.create, settings?.catalogue.newProducts),
    ...(counts.update > 0 ? [`${countOf(counts.update, 'product', 'products')} will be updated in BigCommerce, in the fields that the dry run shows.`] : []),
    ...removed.written,
    ...stock.written,
    ...customers.written,
  ];
  const left = [
    ...(counts.needsYou > 0 ? [`${countOf(counts.needsYou, 'product that needs', 'products that need')} you.`] : []),
    ...removed.left,
    ...(counts.onlyInBigCommerce > 0 ? [`${countOf(counts.onlyInBigCommerce, 'product', 'products')} only in BigCommerce.`] : []),
    ...stock.left,
    ...customers.left,
    'Everything in Hike.',
  ];
  return { written, left };
};
