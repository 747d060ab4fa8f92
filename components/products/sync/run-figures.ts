import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import type { MatchTab } from '../match/match-tabs';

export interface RunFigure {
  key: keyof CatalogueRunView['counts'];
  count: number;
  label: string;
  hint: string;
  /** Where the match desk lists them. */
  tab: MatchTab;
  /** Worth a look before anything is written. */
  tone: 'calm' | 'watch' | 'needs-you';
}

type Words = Omit<RunFigure, 'key' | 'count'>;

const LEFT_ALONE = 'Left as they are';

/** What a dry run found, the most telling first. `priceAlarmPercent` is `null` while the settings are not known. */
export const runFigures = ({ counts }: Pick<CatalogueRunView, 'counts'>, priceAlarmPercent: number | null): RunFigure[] => {
  const words: Record<RunFigure['key'], Words> = {
    create: { label: 'will be created', hint: 'With variants and pictures', tab: 'only-hike', tone: 'calm' },
    update: { label: 'will be updated', hint: 'Only the fields that differ', tab: 'changing', tone: 'calm' },
    unchanged: { label: counts.unchanged === 1 ? 'is alike' : 'are alike', hint: 'Nothing to write', tab: 'linked', tone: 'calm' },
    needsYou: { label: counts.needsYou === 1 ? 'needs you' : 'need you', hint: 'Nothing happens until you decide', tab: 'needs-you', tone: 'needs-you' },
    levels: { label: counts.levels === 1 ? 'stock level changes' : 'stock levels change', hint: 'Some products have several', tab: 'level-changes', tone: 'calm' },
    goesToZero: { label: counts.goesToZero === 1 ? 'SKU goes to zero' : 'SKUs go to zero', hint: 'In stock online now, out of stock in Hike', tab: 'to-zero', tone: 'watch' },
    priceAlarms: {
      label: counts.priceAlarms === 1 ? 'price moves far' : 'prices move far',
      hint: priceAlarmPercent === null ? 'By more than set in Settings' : `By more than ${priceAlarmPercent} %`,
      tab: 'price-moves',
      tone: 'watch',
    },
    removed: { label: 'gone from Hike', hint: 'Still in BigCommerce', tab: 'removed', tone: 'watch' },
    onlyInBigCommerce: { label: 'only in BigCommerce', hint: LEFT_ALONE, tab: 'only-bigcommerce', tone: 'calm' },
    leftOut: { label: 'left out by rule', hint: 'Inactive, or not ticked for eCommerce', tab: 'left-out', tone: 'calm' },
  };
  return Object.entries(words).map(([key, one]) => {
    const figure = { key: key as RunFigure['key'], count: counts[key as RunFigure['key']], ...one };
    return figure.count === 0 ? { ...figure, tone: 'calm' } : figure;
  });
};

/** Once all is in step, what is zero is of no interest. */
export const quietFigures = (figures: readonly RunFigure[]): RunFigure[] => figures.filter(({ key, count }) => key === 'unchanged' || count > 0);
