'use client';

import { BrokenPage } from '../components/app-error/broken-page';
import { AppStyles } from '../components/shell/app-styles';

interface GlobalErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** The root layout itself failed, so this page brings all that a page needs. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <AppStyles>
          <BrokenPage reference={error.digest ?? null} onRetry={reset} />
        </AppStyles>
      </body>
    </html>
  );
}
