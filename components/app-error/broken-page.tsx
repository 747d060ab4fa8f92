'use client';

import { Button } from '@bigcommerce/big-design';
import { PlainPage } from '../shell/plain-page';

/** `reference` is what the server wrote beside the error in its own log. */
export const BrokenPage = ({ reference, onRetry }: { reference: string | null; onRetry: () => void }) => (
  <PlainPage title="This page could not be shown">
    <p role="alert">Something went wrong on our side. Nothing that was saved is lost, and what was being synced goes on.</p>
    {reference !== null && <p>If it stays, tell us the reference {reference}.</p>}
    <Button mobileWidth="auto" onClick={onRetry}>
      Try again
    </Button>
  </PlainPage>
);
