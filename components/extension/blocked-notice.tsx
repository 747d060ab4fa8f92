'use client';

import type { ProblemView } from '../../lib/domain/views/views';
import { Notice } from '../ui/notice';
import { ProblemWithFix } from './problem-with-fix';

/** What stops the import of any order, this one included. */
export const BlockedNotice = ({ blocked }: { blocked: ProblemView }) => (
  <Notice kind="warning" title="Nothing can be imported now">
    <ProblemWithFix problem={blocked} orderUrl={null} />
  </Notice>
);
