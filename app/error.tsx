'use client';

import { BrokenPage } from '../components/app-error/broken-page';

interface ErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorProps) {
  return <BrokenPage reference={error.digest ?? null} onRetry={reset} />;
}
