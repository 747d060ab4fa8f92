import { describe, expect, test } from 'vitest';
import { PRODUCTS_TABS, type ProductsTab } from '../../../lib/domain/views/product-views';
import { shownTabs, tabToShow } from './match-tabs';

const counts = (some: Partial<Record<ProductsTab, number>>) => ({ ...(Object.fromEntries(PRODUCTS_TABS.map((tab) => [tab, 0])) as Record<ProductsTab, number>), ...some });

describe('the tabs of the match desk', () => {
  test('are the three that tell the story, whatever holds something, and the one that is open', () => {
    expect(shownTabs(counts({ clash: 2 }), 'ignored')).toEqual(['linked', 'only-hike', 'only-bigcommerce', 'clash', 'ignored']);
  });

  test('lead to the first list that needs a person, and to none that does not', () => {
    expect(tabToShow('needs-you', counts({ linked: 9, removed: 3, duplicate: 1, refused: 4 }))).toBe('refused');
    expect(tabToShow('needs-you', counts({ linked: 9, duplicate: 1 }))).toBe('duplicate');
    expect(tabToShow('needs-you', counts({ linked: 9 }))).toBe('ambiguous');
    expect(tabToShow('needs-you', null)).toBe('ambiguous');
    expect(tabToShow('removed', counts({ ambiguous: 1 }))).toBe('removed');
  });
});
