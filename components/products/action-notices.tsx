'use client';

import { FailureNotice } from '../ui/failure-notice';
import { Notice } from '../ui/notice';
import { countOf } from '../ui/count-of';
import type { ProductActions } from './use-product-actions';

/** What did not work, as a whole or in part, each with its reason. */
export const ActionNotices = ({ actions: { failure, notDone, clear } }: { actions: ProductActions }) => (
  <>
    {failure !== null && <FailureNotice title="That did not work" message={failure} onClose={clear} />}
    {notDone.length > 0 && (
      <Notice kind="warning" role="alert" title={`Not done for ${countOf(notDone.length, 'product', 'products')}`} onClose={clear}>
        <ul>
          {[...new Set(notDone.map(({ sentence }) => sentence))].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    )}
  </>
);
