'use client';

import { Checkbox } from '@bigcommerce/big-design';
import { Notice } from '../ui/notice';
import { Section } from '../ui/section';
import { AddressBox } from './address-box';
import { Stack } from './stack';
import type { SettingsForm } from './use-settings-form';

export const AlertsSection = ({ form }: { form: SettingsForm }) => (
  <Section id="alerts" title="Alerts" description="What you are told by mail, for when nobody has the app open. Mails hold no customer’s details.">
    {!form.view.canMail && (
      <Notice kind="info">
        <p>Whoever operates this app has not set up mail, so nothing is sent yet. What you set here is kept.</p>
      </Notice>
    )}
    <Stack>
      <AddressBox form={form} />
      <Checkbox
        label="Also when records need you"
        description="One mail when orders, sales, products, stock or customers begin to wait for your decision, and the next only for what comes after somebody has opened the app. Off: they wait under “Needs you” and nobody is told."
        checked={form.value.alerts.needsYou}
        onChange={(event) => form.change(['alerts.needsYou', event.target.checked])}
      />
    </Stack>
  </Section>
);
