'use client';

import { Section } from '../ui/section';
import { MappingTable } from './mapping-table';
import { paymentRows, type PaymentRow } from './payment-rows';
import { SettingChoice } from './setting-choice';
import { Stack } from './stack';
import { targetOptions } from './target-options';
import type { SettingsForm } from './use-settings-form';

const seenIn = (orders: number | null): string => {
  if (orders === null) return 'Pays part of an order';
  if (orders === 0) return 'Not seen lately';
  return orders === 1 ? '1 order' : `${orders} orders`;
};

export const PaymentsSection = ({ form }: { form: SettingsForm }) => {
  const { paymentTypes } = form.view.hike;
  const { fallback, byMethod } = form.value.payments;
  const fallbackName = paymentTypes.find(({ id }) => id === fallback)?.name;
  const useDefault = { value: null, content: fallbackName === undefined ? 'Use the default' : `Use the default: ${fallbackName}` };

  const lineOf = ({ method, orders }: PaymentRow) => ({
    key: method,
    name: method,
    seen: seenIn(orders),
    field: (
      <SettingChoice<number | null>
        form={form}
        path={`payments.byMethod.${method}`}
        label={`Hike payment type for ${method}`}
        isLabelHidden
        options={[useDefault, ...targetOptions(paymentTypes, byMethod[method] ?? null)]}
        placeholder={useDefault.content}
      />
    ),
  });

  return (
    <Section
      id="payments"
      title="Payments"
      description="How an imported order is paid in Hike. The payment type decides where the money shows in Hike’s reports and in your accounts, so check this with your accountant."
    >
      <Stack>
        <SettingChoice
          form={form}
          path="payments.fallback"
          label="Default payment type"
          effect="Used for every payment method below that has no payment type of its own, and for new ones."
          options={targetOptions(paymentTypes, fallback)}
          required
        />
      </Stack>
      <MappingTable
        caption="Payment methods"
        headings={{ name: 'Paid in BigCommerce with', seen: 'Seen in', field: 'Payment type in Hike' }}
        lines={paymentRows(form.view).map(lineOf)}
      />
    </Section>
  );
};
