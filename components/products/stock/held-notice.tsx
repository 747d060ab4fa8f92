'use client';

import { Button } from '@bigcommerce/big-design';
import { useState } from 'react';
import { Actions } from '../../ui/actions';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { countOf } from '../../ui/count-of';
import { Notice } from '../../ui/notice';
import type { useApproval } from './use-stock';

interface HeldNoticeProps {
  held: number;
  /** The list shows those alone. */
  isShown: boolean;
  approval: ReturnType<typeof useApproval>;
  onShow: (held: boolean) => void;
}

/** Many counts fell to zero at once, or nobody has counted yet what was sent to Hike: a broken import or a wrong outlet looks just like that, so a person decides. */
export const HeldNotice = ({ held, isShown, approval, onShow }: HeldNoticeProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const approveAll = async () => {
    await approval.run(null);
    setIsAsking(false);
  };
  if (held === 0 && !isShown) return null;
  if (held === 0) {
    return (
      <Notice kind="info">
        <p>No count waits for your approval.</p>
        <Actions>
          <Button variant="secondary" mobileWidth="auto" onClick={() => onShow(false)}>
            Show all stock
          </Button>
        </Actions>
      </Notice>
    );
  }
  const counts = countOf(held, 'count', 'counts');
  return (
    <>
      <Notice kind="warning" title={`${counts} would fall to zero`}>
        <p>
          Many at once can be a mistake, and what was just sent to Hike begins there at 0. BigCommerce keeps what it has until you approve, or until Hike has a count. Check
          them in Hike first.
        </p>
        <Actions>
          <Button variant="secondary" mobileWidth="auto" onClick={() => onShow(!isShown)}>
            {isShown ? 'Show all stock' : 'Show these alone'}
          </Button>
          <Button variant="secondary" mobileWidth="auto" disabled={approval.isRunning} onClick={() => setIsAsking(true)}>
            Approve all
          </Button>
        </Actions>
      </Notice>
      {isAsking && (
        <ConfirmDialog title={`Approve ${counts} of zero?`} confirm="Approve all" isBusy={approval.isRunning} onConfirm={() => void approveAll()} onCancel={() => setIsAsking(false)}>
          <p>BigCommerce then shows them as out of stock. Counts that rise again in Hike follow by themselves.</p>
        </ConfirmDialog>
      )}
    </>
  );
};
