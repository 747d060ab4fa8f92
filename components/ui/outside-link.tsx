'use client';

import { Link } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

/** Opens in a window of its own, and says so: the app and what was typed in it stay as they are. */
export const OutsideLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link external href={href} target="_blank" rel="noopener noreferrer">
    {children}
    <VisuallyHidden> (opens in a new window)</VisuallyHidden>
  </Link>
);
