'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { OrderRow, ProblemView } from '../../lib/domain/views/views';
import { FailureNotice } from '../ui/failure-notice';
import { Notice } from '../ui/notice';
import { BlockedNotice } from './blocked-notice';
import { importNews } from './import-news';
import { ProblemWithFix } from './problem-with-fix';
import { useImportOrder } from './use-import-order';

/** BigDesign's button takes no class of ours, so its size comes from around it. */
const Big = styled.div`
  margin-bottom: ${({ theme }) => theme.spacing.medium};

  &&& > .bd-button {
    font-size: ${({ theme }) => theme.typography.fontSize.large};
    height: ${({ theme }) => theme.helpers.remCalc(52)};
    width: 100%;
  }
`;

/** Only these wait for the button; what stops it for others is told by their own state. */
const isOpen = ({ state }: OrderRow): boolean => state === 'to-import' || state === 'needs-you' || state === 'left-out';

interface ImportBoxProps {
  order: OrderRow;
  blocked: ProblemView | null;
  onAnswered: () => Promise<unknown>;
}

/** How the order stands, why it does not move on, and the button. */
export const ImportBox = ({ order, blocked, onAnswered }: ImportBoxProps) => {
  const { start, isRunning, refusal } = useImportOrder(order.id, onAnswered);
  const { kind, title, text } = importNews(order);
  const isImporting = order.state === 'importing';
  const isBusy = isRunning || isImporting;
  return (
    <>
      <div role="status">
        <Notice kind={kind} title={title}>
          {text !== null && <p>{text}</p>}
          {order.problem !== null && <ProblemWithFix problem={order.problem} orderUrl={order.orderUrl} />}
        </Notice>
      </div>
      {blocked !== null && isOpen(order) && blocked.code !== order.problem?.code && <BlockedNotice blocked={blocked} />}
      {refusal !== null && isOpen(order) && <FailureNotice title="The order was not imported" message={refusal} />}
      {(order.canImport || isImporting) && (
        <Big>
          {/* While it is busy BigDesign hides its words from screen readers too. */}
          <Button isLoading={isBusy} {...(isBusy ? { 'aria-label': 'Importing to Hike' } : {})} onClick={start}>
            Import to Hike
          </Button>
        </Big>
      )}
    </>
  );
};
