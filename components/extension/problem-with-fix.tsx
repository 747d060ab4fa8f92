'use client';

import type { ProblemView } from '../../lib/domain/views/views';
import { ProblemFixLink } from '../shell/problem-fix-link';
import { ProblemNote } from '../shell/problem-note';
import { Actions } from '../ui/actions';

/** Why not, what to do, and the button that leads there. */
export const ProblemWithFix = ({ problem, orderUrl }: { problem: ProblemView; orderUrl: string | null }) => (
  <ProblemNote problem={problem}>
    <Actions>
      <ProblemFixLink problem={problem} orderUrl={orderUrl} />
    </Actions>
  </ProblemNote>
);
