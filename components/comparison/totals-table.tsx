'use client';

import type { DayTotalView } from '../../lib/domain/views/reconciliation-view';
import { countOf } from '../ui/count-of';
import { FinePrint } from '../ui/fine-print';
import { RecordHeadings } from '../ui/record-headings';
import { RecordBody, RecordCell, RecordRow, RecordTable } from '../ui/record-table';

/** What each outlet sold per day, against the orders that came of it. */
export const TotalsTable = ({ totals }: { totals: readonly DayTotalView[] }) => (
  <RecordTable aria-label="Sales and orders per day">
    <RecordHeadings names={['Day and outlet', 'Sales in Hike', 'Orders in BigCommerce', 'Difference']} />
    <RecordBody>
      {totals.map(({ day, outlet, saleCount, sales, orderCount, orders, difference }) => (
        <RecordRow key={`${day} ${outlet}`}>
          <RecordCell $wide>
            {outlet}
            <FinePrint>{day}</FinePrint>
          </RecordCell>
          <RecordCell data-label="Sales">
            {sales}
            <FinePrint>{countOf(saleCount, 'sale', 'sales')}</FinePrint>
          </RecordCell>
          <RecordCell data-label="Orders">
            {orders}
            <FinePrint>{countOf(orderCount, 'order', 'orders')}</FinePrint>
          </RecordCell>
          <RecordCell data-label="Difference">{difference ?? 'None'}</RecordCell>
        </RecordRow>
      ))}
    </RecordBody>
  </RecordTable>
);
