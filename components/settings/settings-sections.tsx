'use client';

import { useEffect } from 'react';
import styled from 'styled-components';
import type { SettingsView } from '../../lib/domain/views/views';
import { LiveMessage } from '../ui/live-message';
import { AlertsSection } from './alerts-section';
import { OrdersSection } from './orders-section';
import { OutletSection } from './outlet-section';
import { PauseSection } from './pause-section';
import { PaymentsSection } from './payments-section';
import { PreviewSection } from './preview-section';
import { PriceSection } from './price-section';
import { ProductsSection } from './products-section';
import { SaveBar } from './save-bar';
import { SectionNav } from './section-nav';
import { SettingsNotices } from './settings-notices';
import { StockSection } from './stock-section';
import { TaxesSection } from './taxes-section';
import { useSettingsForm } from './use-settings-form';

const Columns = styled.div`
  ${({ theme }) => theme.breakpoints.desktop} {
    display: grid;
    gap: ${({ theme }) => theme.spacing.xLarge};
    grid-template-columns: ${({ theme }) => theme.helpers.remCalc(200)} minmax(0, 1fr);
  }
`;

/** The sections come with the answer of the API, too late for the browser to find the anchor by itself. */
const useAnchor = () => {
  useEffect(() => {
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
};

export const SettingsSections = ({ view }: { view: SettingsView }) => {
  const form = useSettingsForm(view);
  useAnchor();
  return (
    <>
      <SettingsNotices form={form} />
      <LiveMessage text={form.wasSaved ? 'The settings are saved.' : ''} />
      <Columns>
        <SectionNav />
        <div>
          <OutletSection form={form} />
          <PaymentsSection form={form} />
          <PriceSection form={form} />
          <TaxesSection form={form} />
          <OrdersSection form={form} />
          <PreviewSection form={form} />
          <ProductsSection form={form} />
          <StockSection form={form} />
          <AlertsSection form={form} />
          <PauseSection form={form} />
          <SaveBar form={form} />
        </div>
      </Columns>
    </>
  );
};
