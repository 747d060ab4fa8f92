'use client';

import { Button } from '@bigcommerce/big-design';
import { PlainPage } from './plain-page';

export const UnreachablePage = ({ message, onRetry }: { message: string; onRetry: () => void }) => (
  <PlainPage title="No answer">
    <p role="alert">{message}</p>
    <Button mobileWidth="auto" onClick={onRetry}>
      Try again
    </Button>
  </PlainPage>
);
