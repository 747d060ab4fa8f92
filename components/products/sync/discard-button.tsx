'use client';

import { Button } from '@bigcommerce/big-design';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import type { ProductActions } from '../use-product-actions';

/** New settings become the old ones again; a dry run just ends, and what changes follows again. */
export const DiscardButton = ({ run, actions }: { run: CatalogueRunView; actions: ProductActions }) =>
  run.can.discard ? (
    <Button variant="subtle" mobileWidth="auto" disabled={actions.isBusy} onClick={() => void actions.act({ action: 'discard' })}>
      {run.hold?.bySettings === true ? 'Discard the new settings' : 'Close without applying'}
    </Button>
  ) : null;
