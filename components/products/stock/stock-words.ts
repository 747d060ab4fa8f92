import type { StockRow, StockTimelineView } from '../../../lib/domain/views/product-views';

type Move = StockTimelineView['moves'][number];

export const SIDE_WORDS: Record<Move['side'], string> = { hike: 'Hike', bigcommerce: 'BigCommerce' };

type Variant = 'danger' | 'secondary' | 'success' | 'warning' | 'primary';

/** Red is for what waits for a person, and for nothing else. */
export const REASON_WORDS: Record<Move['reason'], { label: string; variant: Variant }> = {
  'hike-count': { label: 'Hike’s count', variant: 'secondary' },
  published: { label: 'Published', variant: 'success' },
  order: { label: 'Order', variant: 'primary' },
  restocked: { label: 'Put back', variant: 'primary' },
  outside: { label: 'Changed outside', variant: 'warning' },
  held: { label: 'Held', variant: 'danger' },
  approved: { label: 'Approved', variant: 'success' },
};

/** "12 → 9"; just the new count where nothing was known before. */
export const moveWords = ({ before, after }: Pick<Move, 'before' | 'after'>): string => (before === null ? after : `${before} → ${after}`);

export const isHeld = ({ locations }: StockRow): boolean => locations.some((location) => location.isHeld);

/** What BigCommerce holds, and what we gave it where that is another number. */
export const heldWords = ({ inBigCommerce, published }: StockRow['locations'][number]): string => {
  if (inBigCommerce === null) return 'BigCommerce’s count is not known yet';
  const now = `BigCommerce has ${inBigCommerce.toLocaleString('en')}`;
  return published === null || published === inBigCommerce ? now : `${now}, ${published.toLocaleString('en')} was published`;
};
