'use client';

import { Button } from '@bigcommerce/big-design';
import { useState } from 'react';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import type { ProductActions } from '../use-product-actions';

interface DiscardButtonProps {
  run: CatalogueRunView;
  actions: ProductActions;
}

/** New settings become the old ones again, once that is confirmed; a dry run just ends, and what changes follows again. */
export const DiscardButton = ({ run, actions }: DiscardButtonProps) => {
  const [isAsking, setIsAsking] = useState(false);
  if (!run.can.discard) return null;
  const isOfSettings = run.hold?.bySettings === true;
  const discard = async () => {
    await actions.act({ action: 'discard' });
    setIsAsking(false);
  };
  return (
    <>
      <Button variant="subtle" mobileWidth="auto" disabled={actions.isBusy} onClick={() => (isOfSettings ? setIsAsking(true) : void discard())}>
        {isOfSettings ? 'Discard the new settings' : 'Close without applying'}
      </Button>
      {isAsking && (
        <ConfirmDialog title="Discard the new settings?" confirm="Discard" isBusy={actions.isBusy} onConfirm={() => void discard()} onCancel={() => setIsAsking(false)}>
          <p>Outlet, register, sale price and the settings for products and stock become what they were before, and what changes in Hike follows by those again. Nothing was written by the new ones.</p>
        </ConfirmDialog>
      )}
    </>
  );
};
