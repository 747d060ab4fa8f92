'use client';

import { PRODUCT_FIELDS, type ProductField } from '../../lib/domain/catalogue-words';
import { FinePrint } from '../ui/fine-print';
import { Section } from '../ui/section';
import { MappingTable } from './mapping-table';
import { NumberBox } from './number-box';
import { OptionList } from './option-list';
import { OWNED_FIELDS, OWNER_OPTIONS } from './owner-words';
import { SettingChoice } from './setting-choice';
import { Stack } from './stack';
import type { SettingsForm } from './use-settings-form';

const Owners = ({ form }: { form: SettingsForm }) => {
  const lineOf = (field: ProductField) => {
    const { name, about } = OWNED_FIELDS[field];
    return {
      key: field,
      name: (
        <>
          {name}
          <FinePrint>{about}</FinePrint>
        </>
      ),
      field: <SettingChoice form={form} path={`catalogue.owners.${field}`} label={`Who decides: ${name}`} isLabelHidden options={OWNER_OPTIONS} />,
    };
  };
  return (
    <>
      <p>
        <strong>Hike</strong>: written when the product is created, and whenever BigCommerce has something else. <strong>BigCommerce</strong>: written when the product is created, and never again.{' '}
        <strong>Nobody</strong>: never written. What is empty in Hike never replaces what is filled in BigCommerce.
      </p>
      <MappingTable caption="Who decides each field" headings={{ name: 'Field', field: 'Who decides' }} lines={PRODUCT_FIELDS.map(lineOf)} />
    </>
  );
};

export const ProductsSection = ({ form }: { form: SettingsForm }) => (
  <Section id="products" title="Products" description="Who decides what of a product, once both sides have it. These have safe defaults: Hike counts and prices, and your texts stay yours.">
    <Owners form={form} />
    <Stack $apart>
      <OptionList
        form={form}
        path="catalogue.newProducts"
        legend="New products in BigCommerce are"
        options={[
          { value: 'hidden', label: 'Hidden', effect: 'Shoppers see them once somebody makes them visible in BigCommerce.' },
          { value: 'visible', label: 'Visible', effect: 'Shoppers see them at once.' },
        ]}
      />
      <OptionList
        form={form}
        path="catalogue.deletes"
        legend="Products gone from Hike, inactive there, or no longer ticked for eCommerce"
        options={[
          { value: 'ask', label: 'Ask me', effect: 'They are listed at the match desk under “Gone from Hike”, and stay in BigCommerce until you decide.' },
          { value: 'hide', label: 'Hide in BigCommerce', effect: 'Shoppers no longer see them; nothing is lost. More than 20 at once wait for you.' },
          { value: 'delete', label: 'Delete in BigCommerce', effect: 'Deleted where they are gone from Hike, hidden where Hike still has them. More than 20 at once wait for you.' },
        ]}
      />
      <NumberBox
        label="Point out prices that move by more than (%)"
        description="The dry run marks them, so that a slipped decimal point is seen before shoppers see it."
        value={form.value.catalogue.priceAlarmPercent}
        min={1}
        max={1000}
        trouble={form.troubleAt('catalogue.priceAlarmPercent')}
        onChange={(value) => form.change(['catalogue.priceAlarmPercent', value])}
      />
    </Stack>
  </Section>
);
