'use client';

import type { SALE_PRICE_FIELDS } from '../../lib/domain/settings';
import { Section } from '../ui/section';
import { OptionList } from './option-list';
import { Stack } from './stack';
import type { SettingsForm } from './use-settings-form';

type SalePriceField = (typeof SALE_PRICE_FIELDS)[number];

const OPTIONS: { value: SalePriceField; label: string; effect: string }[] = [
  { value: 'price', label: 'Default price', effect: 'The price that shoppers see unless a product is on sale. Right for most shops.' },
  { value: 'sale_price', label: 'Sale price', effect: 'Choose this when Hike holds the reduced price: shoppers see the default price struck through.' },
  { value: 'retail_price', label: 'MSRP', effect: 'The recommended retail price, shown only for comparison. Choose this when online prices are your own and Hike’s is the list price.' },
];

const withTax = (isInclusive: boolean | null): string => {
  if (isInclusive === null) return 'not known yet';
  return isInclusive ? 'with tax' : 'without tax';
};

export const PriceSection = ({ form }: { form: SettingsForm }) => {
  const { store, hike } = form.view;
  return (
    <Section
      id="price"
      title="Sale price"
      description={`Which price of a BigCommerce product Hike’s retail price stands for. Prices are entered ${withTax(store.pricesIncludeTax)} in BigCommerce (${store.currency}) and ${withTax(hike.taxInclusive)} in Hike${hike.currency === null ? '' : ` (${hike.currency})`}.`}
    >
      <Stack>
        <OptionList form={form} path="salePrice" legend="Hike’s retail price is the" options={OPTIONS} />
      </Stack>
    </Section>
  );
};
