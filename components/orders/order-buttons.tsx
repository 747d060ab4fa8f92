'use client';

import { Button } from '@bigcommerce/big-design';
import type { OrderRow } from '../../lib/domain/views/views';
import { FixLink } from '../shell/fix-link';
import { problemFix } from '../shell/problem-fix';
import { useSession } from '../shell/session/session-context';
import { pagePath } from '../shell/session/store-paths';
import { useOverview } from '../shell/use-overview';
import { Actions } from '../ui/actions';
import { AppLink } from '../ui/app-link';
import type { OrderActions } from './use-order-actions';

/** The order itself is one click away on its number, so its own link is no fix worth a button. */
const offersFix = (order: OrderRow): boolean => order.problem !== null && order.problem.action !== 'open-order';

export const OrderButtons = ({ order, actions }: { order: OrderRow; actions: OrderActions }) => {
  const { storeHash } = useSession();
  const { data: overview } = useOverview();
  const { id, problem, state } = order;
  const importWord = state === 'needs-you' ? 'Try again' : 'Import';
  return (
    <Actions>
      {problem !== null && offersFix(order) && <FixLink fix={problemFix(problem, { storeHash, reopenUrl: overview?.reopenUrl ?? null, orderUrl: order.orderUrl })} />}
      {order.canImport && (
        <Button variant="secondary" mobileWidth="auto" aria-label={`${importWord}: order ${id}`} disabled={actions.isBusy} onClick={() => void actions.importOrders([id])}>
          {importWord}
        </Button>
      )}
      {order.canLeaveOut && (
        <Button variant="subtle" mobileWidth="auto" aria-label={`Leave out order ${id}`} disabled={actions.isBusy} onClick={() => void actions.leaveOut([id], true)}>
          Leave out
        </Button>
      )}
      {state === 'left-out' && problem === null && (
        <Button variant="subtle" mobileWidth="auto" aria-label={`Put back order ${id}`} disabled={actions.isBusy} onClick={() => void actions.leaveOut([id], false)}>
          Put back
        </Button>
      )}
      {(state === 'imported' || state === 'changed') && (
        <AppLink href={pagePath(storeHash, 'sync-log', `?search=${id}`)} aria-label={`History of order ${id}`}>
          History
        </AppLink>
      )}
    </Actions>
  );
};
