'use client';

import { Section } from '../ui/section';
import { SettingChoice } from './setting-choice';
import { Stack } from './stack';
import { targetOptions } from './target-options';
import type { SettingsForm } from './use-settings-form';

export const OutletSection = ({ form }: { form: SettingsForm }) => {
  const { outletId, registerId } = form.value;
  const { outlets, registers } = form.view.hike;
  const here = registers.filter((register) => register.outletId === outletId);

  const chooseOutlet = (id: number) => {
    const active = registers.filter((register) => register.outletId === id && register.isActive);
    // A register belongs to one outlet: the old one would be refused. Where there is only one there is nothing to choose.
    form.change(['outletId', id], ['registerId', active.length === 1 ? (active[0]?.id ?? null) : null]);
  };

  return (
    <Section id="outlet" title="Where online sales go" description="An order that you import becomes a sale of this outlet and register, and moves the stock of this outlet.">
      <Stack>
        <SettingChoice
          form={form}
          path="outletId"
          label="Outlet"
          effect="Stock of imported orders is taken from this outlet."
          options={targetOptions(outlets, outletId)}
          required
          onChoose={chooseOutlet}
        />
        <SettingChoice
          form={form}
          path="registerId"
          label="Register"
          effect="Imported orders show in this register’s sales history and closing totals. A register of its own keeps online money apart from the drawer."
          options={targetOptions(here, registerId)}
          placeholder={outletId === null ? 'Choose an outlet first' : 'Choose'}
          required
        />
      </Stack>
    </Section>
  );
};
