'use client';

import { Button } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  title: string;
  confirm: string;
  isBusy: boolean;
  /** What is confirmed cannot be taken back. */
  isDestructive?: boolean;
  /** Something has to be chosen first. */
  isIncomplete?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** Asks before something is done. */
export const ConfirmDialog = ({ title, confirm, isBusy, isDestructive = false, isIncomplete = false, onConfirm, onCancel, children }: ConfirmDialogProps) => (
  <Dialog
    title={title}
    onClose={onCancel}
    buttons={
      <>
        <Button variant="subtle" mobileWidth="auto" disabled={isBusy} onClick={onCancel}>
          Cancel
        </Button>
        <Button mobileWidth="auto" actionType={isDestructive ? 'destructive' : 'normal'} isLoading={isBusy} disabled={isIncomplete} onClick={onConfirm}>
          {confirm}
        </Button>
      </>
    }
  >
    {children}
  </Dialog>
);
