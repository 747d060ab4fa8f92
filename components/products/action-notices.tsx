'use client';

import { FailureNotice } from '../ui/failure-notice';
import { Notice } from '../ui/notice';
import { countOf } from '../ui/count-of';
import { FirstOf } from '../ui/first-of';
import type { ProductActions } from './use-product-actions';

/** What did not work, as a whole or in part, each with its reason. */
export const ActionNotices = ({ actions: { failure, notDone, doneSoFar, clear } }: { actions: ProductActions }) => (
  <>
    {failure !== null && <FailureNotice title="That did not work" message={doneSoFar > 0 ? `${failure} ${countOf(doneSoFar, 'product was', 'products were')} done before.` : failure} onClose={clear} />}
    {notDone.length > 0 && (
      <Notice kind="warning" role="alert" title={`Not done for ${countOf(notDone.length, 'product', 'products')}`} onClose={clear}>
        <FirstOf items={[...new Set(notDone.map(({ sentence }) => sentence))].map((sentence) => ({ key: sentence, text: sentence }))} />
      </Notice>
    )}
  </>
);
