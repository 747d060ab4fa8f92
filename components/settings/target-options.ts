import type { HikeTax } from '../../lib/domain/sale';
import type { ChoiceOption } from '../ui/choice';

interface Target {
  id: number;
  name: string;
  isActive: boolean;
}

/**
 * What can be chosen from a list of Hike's. The one that is chosen stays in it when Hike has switched it off or lost
 * it: a mapping is never blanked behind the merchant's back.
 */
export const targetOptions = <Item extends Target>(items: readonly Item[], chosen: number | null, nameOf: (item: Item) => string = ({ name }) => name): ChoiceOption<number>[] => {
  const options = items
    .filter(({ id, isActive }) => isActive || id === chosen)
    .map((item) => ({ value: item.id, content: item.isActive ? nameOf(item) : `${nameOf(item)} - no longer in Hike` }));
  const isMissing = chosen !== null && !items.some(({ id }) => id === chosen);
  return isMissing ? [{ value: chosen, content: `No longer in Hike (number ${chosen})` }, ...options] : options;
};

/** "GST (10%)", unless the name says so already. */
export const taxName = ({ name, rate }: HikeTax): string => {
  const percent = `${Number(rate)}%`;
  return name.includes(percent) ? name : `${name} (${percent})`;
};
