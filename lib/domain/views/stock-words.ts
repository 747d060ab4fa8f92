import type { STOCK_REASONS } from '../catalogue-words';
import { bigFromQuantity } from '../quantity';
import type { StockMove, StockSum } from '../stock';

/** With a true minus sign, as the sums around it: a hyphen reads like a dash. */
export const stockInWords = (quantity: StockSum['available']): string => bigFromQuantity(quantity).toFixed().replace('-', '−');

/** "12 available − 2 reserved − 1 buffer = 9"; parts that are zero are left out. */
export const stockSumInWords = ({ available, reserve, buffer, published }: StockSum): string => {
  const parts = [`${stockInWords(available)} available`, ...(reserve > 0 ? [`${reserve} reserved`] : []), ...(buffer > 0 ? [`${buffer} buffer`] : [])];
  return `${parts.join(' − ')} = ${published}`;
};

/** Why nothing is published. */
export const LEFT_ALONE: Record<'not-tracked' | 'no-record' | 'not-linked', string> = {
  'not-tracked': 'Hike does not count it; BigCommerce’s stock is left alone',
  'no-record': 'Hike has no count at the outlets chosen; BigCommerce’s stock is left alone',
  'not-linked': 'Not linked to a product in BigCommerce',
};

/** One line of the timeline, in words. */
export const stockMoveSentence = ({ reason, source }: Pick<StockMove, 'reason' | 'source'>): string => {
  const by = source === '' ? null : source;
  const sentences: Record<(typeof STOCK_REASONS)[number], string> = {
    'hike-count': by === null ? 'Hike counts anew' : `Hike counts anew at ${by}`,
    published: 'Published to BigCommerce',
    order: by === null ? 'Taken by an order' : `Taken by ${by}`,
    restocked: by === null ? 'Given back by an order' : `Given back by ${by}`,
    outside: 'Changed in BigCommerce, and no order explains it',
    held: 'A fall to zero waits for your approval',
    approved: by === null ? 'Approved' : `Approved by ${by}`,
  };
  return sentences[reason];
};
