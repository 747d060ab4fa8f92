'use client';

import { taxClassesToMap } from '../../lib/domain/rules/tax-classes-to-map';
import { Section } from '../ui/section';
import { MappingTable } from './mapping-table';
import { SettingChoice } from './setting-choice';
import type { SettingPath } from './setting-path';
import { targetOptions, taxName } from './target-options';
import type { SettingsForm } from './use-settings-form';

export const TaxesSection = ({ form }: { form: SettingsForm }) => {
  const { taxes } = form.view.hike;
  const { byClass, shipping } = form.value.taxes;

  const lineOf = (line: { key: string; name: string; path: SettingPath; chosen: number | null }) => ({
    key: line.key,
    name: line.name,
    field: (
      <SettingChoice form={form} path={line.path} label={`Hike tax for ${line.name}`} isLabelHidden options={targetOptions(taxes, line.chosen, taxName)} required />
    ),
  });

  const classes = taxClassesToMap(form.view.store).map(({ id, name }) =>
    lineOf({ key: `class-${id}`, name, path: `taxes.byClass.${id}`, chosen: byClass[String(id)] ?? null }),
  );
  return (
    <Section
      id="taxes"
      title="Taxes"
      description="Which Hike tax stands for each tax class of BigCommerce. An order is imported only if this makes the tax that the shopper paid; check it with your accountant."
    >
      <MappingTable
        caption="Taxes"
        headings={{ name: 'Tax class in BigCommerce', field: 'Tax in Hike' }}
        lines={[...classes, lineOf({ key: 'shipping', name: 'Shipping cost', path: 'taxes.shipping', chosen: shipping })]}
      />
    </Section>
  );
};
