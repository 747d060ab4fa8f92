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
    </Stack>
  </Section>
);
