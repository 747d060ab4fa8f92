'use client';

import { Checkbox } from '@bigcommerce/big-design';
import { Section } from '../ui/section';
import { OptionList } from './option-list';
import { Stack } from './stack';
import { StartDate } from './start-date';
import type { SettingsForm } from './use-settings-form';

export const OrdersSection = ({ form }: { form: SettingsForm }) => (
  <Section id="orders" title="Orders and sales" description="These have safe defaults. They count for what is imported or sold from now on, not for what was before.">
    <Stack>
      <OptionList
        form={form}
        path="shippedOrdersBecome"
        legend="Orders that are already shipped or completed become"
        options={[
          { value: 'Completed', label: 'Completed sales', effect: 'Nothing is left to do in Hike. Stock leaves at once.' },
          { value: 'Parked', label: 'Parked sales, fully paid', effect: 'Somebody completes each of them at the till.' },
        ]}
      />
      <Checkbox
        label="Follow imported orders"
        description="When an imported order is shipped or completed in BigCommerce, its parked sale in Hike is completed by itself."
        checked={form.value.followImportedOrders}
        onChange={(event) => form.change(['followImportedOrders', event.target.checked])}
      />
      <Checkbox
        label="Reverse imported orders"
        description="When an imported order is cancelled or refunded in BigCommerce, its parked sale in Hike is voided by itself. A completed sale is never reversed without you. Off: the order is shown under “Needs you”, and you decide."
        checked={form.value.reverseImportedOrders}
        onChange={(event) => form.change(['reverseImportedOrders', event.target.checked])}
      />
      <StartDate form={form} />
    </Stack>
  </Section>
);
