'use client';

import { useState } from 'react';
import type { Settings } from '../../lib/domain/settings';
import type { OrdersView, SalePreviewAnswer } from '../../lib/domain/views/views';
import { useView } from '../shell/session/use-view';
import { ProblemNote } from '../shell/problem-note';
import { Choice } from '../ui/choice';
import { FailureNotice } from '../ui/failure-notice';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { Section } from '../ui/section';
import { SaleReceipt } from './sale-receipt';
import { Stack } from './stack';
import { useSalePreview } from './use-sale-preview';
import type { SettingsForm } from './use-settings-form';

const Answer = ({ answer, timeZone }: { answer: SalePreviewAnswer; timeZone: string }) => {
  switch (answer.kind) {
    case 'reading':
      return <Loading label="Reading the order from BigCommerce" />;
    case 'refused':
      return (
        <Notice kind="warning">
          <ProblemNote problem={answer.problem} />
        </Notice>
      );
    case 'sale':
      return (
        <>
          {answer.notes.map((note) => (
            <Notice key={note} kind="info">
              {note}
            </Notice>
          ))}
          <SaleReceipt sale={answer.sale} timeZone={timeZone} />
        </>
      );
  }
};

const PreviewOf = ({ orderId, settings, timeZone }: { orderId: number; settings: Settings; timeZone: string }) => {
  const { data, error, mutate } = useSalePreview(orderId, settings);
  if (error) return <FailureNotice title="The order could not be previewed" message={error.message} onRetry={() => void mutate()} />;
  return data === undefined ? <Loading label="Reading the order from BigCommerce" /> : <Answer answer={data} timeZone={timeZone} />;
};

/** What the settings on the page make of a real order, before they are saved. */
export const PreviewSection = ({ form }: { form: SettingsForm }) => {
  const { data } = useView<OrdersView>('orders?tab=all');
  const [orderId, setOrderId] = useState<number | null>(null);
  const options = (data?.rows ?? []).map(({ id, customer, total, status }) => ({ value: id, content: [`Order ${id}`, customer, total, status].filter(Boolean).join(', ') }));
  return (
    <Section
      id="preview"
      title="Preview"
      description="Choose a real order and see the exact sale that it would become in Hike by what stands on this page, saved or not. Nothing is written anywhere."
    >
      <Stack>
        <Choice<number | null> label="Order" options={options} value={orderId} placeholder={options.length === 0 ? 'No orders have been read yet' : 'Choose an order'} disabled={options.length === 0} onChange={setOrderId} />
        {orderId !== null && <PreviewOf key={orderId} orderId={orderId} settings={form.value} timeZone={form.view.store.timeZone} />}
      </Stack>
    </Section>
  );
};
