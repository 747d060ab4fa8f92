'use client';

import { Checkbox } from '@bigcommerce/big-design';
import { FinePrint } from '../ui/fine-print';
import { FieldGroup } from './field-group';
import { FieldNote } from './field-note';
import { locationOutlets, type LocationOutlets } from './location-outlets';
import type { SettingPath } from './setting-path';
import { targetOptions } from './target-options';
import type { SettingsForm } from './use-settings-form';

const Location = ({ form, location: { id, name, chosen, note } }: { form: SettingsForm; location: LocationOutlets }) => {
  const path: SettingPath = `stock.outletsByLocation.${id}`;
  const trouble = form.troubleAt(path);
  // Also those that Hike has lost meanwhile, so that they can be taken away.
  const options = chosen.reduce((known, outlet) => (known.some(({ value }) => value === outlet) ? known : [...known, ...targetOptions([], outlet)]), targetOptions(form.view.hike.outlets, null));
  const choose = (outlet: number, isChosen: boolean) => {
    const next = options.map(({ value }) => value).filter((value) => (value === outlet ? isChosen : chosen.includes(value)));
    form.change([path, next.length === 0 ? null : next]);
  };
  return (
    <FieldGroup legend={`Outlets that “${name}” shows`}>
      {options.map(({ value, content }) => (
        <Checkbox key={value} label={content} checked={chosen.includes(value)} onChange={(event) => choose(value, event.target.checked)} />
      ))}
      {chosen.length === 0 && <FinePrint>{note}</FinePrint>}
      {trouble !== undefined && <FieldNote id={`location-${id}-note`} kind="error" text={trouble} />}
    </FieldGroup>
  );
};

/** Which outlets' stock a location of BigCommerce adds up. */
export const OutletsByLocation = ({ form }: { form: SettingsForm }) => {
  const locations = locationOutlets({ ...form.view, value: form.value });
  return (
    <>
      <FinePrint>The storefront sells from the default location alone; others count for pickup and for your own overview.</FinePrint>
      {locations.length === 0 && <p>The locations of your store are still being read.</p>}
      {locations.map((location) => (
        <Location key={location.id} form={form} location={location} />
      ))}
    </>
  );
};
