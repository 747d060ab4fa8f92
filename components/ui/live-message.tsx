'use client';

import { VisuallyHidden } from './visually-hidden';

/** Stands on the page from the start: a region that appears together with its text is not announced. */
export const LiveMessage = ({ text }: { text: string }) => (
  <VisuallyHidden as="div" role="status" aria-live="polite">
    {text}
  </VisuallyHidden>
);
