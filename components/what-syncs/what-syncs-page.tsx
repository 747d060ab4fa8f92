'use client';

import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { PairsTable } from './pairs-table';
import { NOT_SYNCED, ORDER_BECOMES, SALE_BECOMES, SYNCED, type StatusPair } from './what-syncs';

const cellsOf = (pairs: readonly StatusPair[]) => pairs.map(({ from, to }) => [from, to]);

export const WhatSyncsPage = () => (
  <>
    <PageHeader title="What syncs" description="What this app keeps in step, which way, and what it leaves alone." />
    <Section id="synced" title="Kept in step">
      <PairsTable label="Kept in step" headings={['What', 'Way', 'When', 'Rule']} rows={SYNCED.map(({ thing, way, when, rule }) => [thing, way, when, rule])} />
    </Section>
    <Section id="not-synced" title="Not kept in step" description="What people look for and do not find, and why.">
      <PairsTable label="Not kept in step" headings={['What', 'Why']} rows={NOT_SYNCED.map(({ thing, text }) => [thing, text])} />
    </Section>
    <Section id="order-statuses" title="What an order becomes in Hike" description="By the order’s status in BigCommerce at the time of the import.">
      <PairsTable label="What an order becomes in Hike" headings={['Order in BigCommerce', 'Sale in Hike']} rows={cellsOf(ORDER_BECOMES)} />
    </Section>
    <Section id="sale-statuses" title="What a sale becomes in BigCommerce" description="By the sale’s status in Hike.">
      <PairsTable label="What a sale becomes in BigCommerce" headings={['Sale in Hike', 'Order in BigCommerce']} rows={cellsOf(SALE_BECOMES)} />
    </Section>
  </>
);
