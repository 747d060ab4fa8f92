import type { HikeLists, StoreProfile } from '../shop-lists';

const mode = (isInclusive: boolean): string => (isInclusive ? 'with tax' : 'without tax');

/** What does not fit between both sides, in sentences; what Hike has not told yet is no mismatch. */
export const settingsWarnings = (
  profile: Pick<StoreProfile, 'currency' | 'pricesIncludeTax'>,
  lists: Pick<HikeLists, 'currency' | 'taxInclusive'> | null,
): string[] => {
  if (!lists) return [];
  const { currency, taxInclusive } = lists;
  return [
    ...(currency !== null && currency !== profile.currency
      ? [`The store sells in ${profile.currency}, but Hike works in ${currency}: orders and sales cannot be exchanged.`]
      : []),
    ...(taxInclusive !== null && taxInclusive !== profile.pricesIncludeTax
      ? [
          `Prices are entered ${mode(profile.pricesIncludeTax)} in BigCommerce, but ${mode(taxInclusive)} in Hike. ` +
            'Set Hike’s rule “Tax inclusive prices” to match, and check with your accountant.',
        ]
      : []),
  ];
};
