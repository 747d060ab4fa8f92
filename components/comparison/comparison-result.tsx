'use client';

import { Badge, Button } from '@bigcommerce/big-design';
import type { ReconciliationView } from '../../lib/domain/views/reconciliation-view';
import { FailureNotice } from '../ui/failure-notice';
import { FinePrint } from '../ui/fine-print';
import { Moment } from '../ui/moment';
import { Section } from '../ui/section';
import { comparisonState } from './comparison-state';
import { TotalsTable } from './totals-table';
import type { ComparisonActions } from './use-comparison';

/** What was compared last, and how the money stands. */
export const ComparisonResult = ({ view, compare }: { view: ReconciliationView; compare: ComparisonActions['compare'] }) => {
  const { last, isRunning, timeZone } = view;
  return (
    <Section
      id="result"
      title="Last comparison"
      actions={
        <>
          <Badge {...comparisonState(view)} />
          <Button variant="secondary" mobileWidth="auto" isLoading={isRunning || compare.isRunning} onClick={() => void compare.run()}>
            Compare now
          </Button>
        </>
      }
    >
      {compare.error && <FailureNotice title="The comparison could not be started" message={compare.error.message} onClose={compare.clear} />}
      {last?.endedAt == null ? (
        <p>Nothing has been compared yet. The first comparison comes by itself in the night once everything is set.</p>
      ) : (
        <>
          <p>
            <Moment at={last.endedAt} timeZone={timeZone} />: {last.compared}. Sales and orders are from <Moment at={last.from} timeZone={timeZone} /> to{' '}
            <Moment at={last.to} timeZone={timeZone} />.
          </p>
          {last.notes.map((note) => (
            <FinePrint key={note}>{note}</FinePrint>
          ))}
          {last.totals.length > 0 && <TotalsTable totals={last.totals} />}
        </>
      )}
    </Section>
  );
};
