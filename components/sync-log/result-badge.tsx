'use client';

import { Badge, type BadgeProps } from '@bigcommerce/big-design';
import { Unbroken } from '../ui/unbroken';
import type { Result } from '../../lib/domain/entry';

/** Red is for what waits for a person, and for nothing else. */
const VARIANT: Record<Result, NonNullable<BadgeProps['variant']>> = {
  done: 'success',
  'no-change': 'secondary',
  waiting: 'primary',
  retrying: 'warning',
  checking: 'warning',
  'needs-you': 'danger',
  'left-out': 'secondary',
  ignored: 'secondary',
};

export const ResultBadge = ({ result, label }: { result: Result; label: string }) => (
  <Unbroken>
    <Badge label={label} variant={VARIANT[result]} />
  </Unbroken>
);
