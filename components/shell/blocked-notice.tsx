'use client';

import type { ProblemView } from '../../lib/domain/views/views';
import { Actions } from '../ui/actions';
import { Notice } from '../ui/notice';
import { ProblemFixLink } from './problem-fix-link';
import { ProblemNote } from './problem-note';

/** Why nothing of a page's work can be done at the moment. */
export const BlockedNotice = ({ title, problem }: { title: string; problem: ProblemView }) => (
  <Notice kind="warning" title={title}>
    <ProblemNote problem={problem} />
    <Actions>
      <ProblemFixLink problem={problem} />
    </Actions>
  </Notice>
);
