'use client';

import { Checkbox } from '@bigcommerce/big-design';
import { Section } from '../ui/section';
import { Stack } from './stack';
import type { SettingsForm } from './use-settings-form';

export const PauseSection = ({ form }: { form: SettingsForm }) => (
  <Section id="pause" title="Pause" description="What is paused waits and is caught up with later; nothing is lost.">
    <Stack>
      <Checkbox
        label="Pause imports to Hike"
        description="No order can be imported until you resume. Orders that are in Hike already are still followed."
        checked={form.value.paused.imports}
        onChange={(event) => form.change(['paused.imports', event.target.checked])}
      />
      <Checkbox
        label="Pause sales from Hike"
        description="Hike is not asked for new sales until you resume; those made meanwhile become orders then."
        checked={form.value.paused.sales}
        onChange={(event) => form.change(['paused.sales', event.target.checked])}
      />
      <Checkbox
        label="Pause products to BigCommerce"
        description="No product is created, changed or removed in BigCommerce until you resume."
        checked={form.value.paused.products}
        onChange={(event) => form.change(['paused.products', event.target.checked])}
      />
      <Checkbox
        label="Pause stock to BigCommerce"
        description="Counts in BigCommerce stay as they are until you resume, also when they fall in Hike."
        checked={form.value.paused.stock}
        onChange={(event) => form.change(['paused.stock', event.target.checked])}
      />
      <Checkbox
        label="Pause customers to BigCommerce"
        description="Nobody is sent to BigCommerce until you resume, other than with a sale."
        checked={form.value.paused.customers}
        onChange={(event) => form.change(['paused.customers', event.target.checked])}
      />
    </Stack>
  </Section>
);
