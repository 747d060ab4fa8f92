'use client';

import type { ProblemView } from '../../lib/domain/views/views';
import { FixLink } from './fix-link';
import { problemFix } from './problem-fix';
import { useSession } from './session/session-context';
import { useOverview } from './use-overview';

/** The button that leads to where a problem is put right, if there is such a place. */
export const ProblemFixLink = ({ problem, orderUrl = null }: { problem: ProblemView; orderUrl?: string | null }) => {
  const { storeHash } = useSession();
  const { data } = useOverview();
  return <FixLink fix={problemFix(problem, { storeHash, reopenUrl: data?.reopenUrl ?? null, orderUrl })} />;
};
