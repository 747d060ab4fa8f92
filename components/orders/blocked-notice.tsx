'use client';

import type { ProblemView } from '../../lib/domain/views/views';
import { FixLink } from '../shell/fix-link';
import { problemFix } from '../shell/problem-fix';
import { ProblemNote } from '../shell/problem-note';
import { useSession } from '../shell/session/session-context';
import { useOverview } from '../shell/use-overview';
import { Actions } from '../ui/actions';
import { Notice } from '../ui/notice';

/** Why nothing can be imported at the moment. */
export const BlockedNotice = ({ problem }: { problem: ProblemView }) => {
  const { storeHash } = useSession();
  const { data } = useOverview();
  return (
    <Notice kind="warning" title="Nothing can be imported at the moment">
      <ProblemNote problem={problem} />
      <Actions>
        <FixLink fix={problemFix(problem, { storeHash, reopenUrl: data?.reopenUrl ?? null, orderUrl: null })} />
      </Actions>
    </Notice>
  );
};
