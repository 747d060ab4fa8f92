'use client';

import { needsYouWords } from '../../lib/domain/rules/needs-you-words';
import { pagePath } from '../shell/session/store-paths';
import { useSession } from '../shell/session/session-context';
import { Actions } from '../ui/actions';
import { ButtonLink } from '../ui/button-link';
import { Notice } from '../ui/notice';

/** What waits for a person, whatever it is about; each entry of the log says why and what to do. */
export const NeedsYou = ({ count }: { count: number }) => {
  const { storeHash } = useSession();
  if (count === 0) return null;
  return (
    <Notice kind="warning" title={needsYouWords(count, count === 1 ? '1 thing' : `${count.toLocaleString('en')} things`)}>
      <p>The rest goes on meanwhile. The sync log says for each why it waits and what to do.</p>
      <Actions>
        <ButtonLink href={pagePath(storeHash, 'sync-log', '?result=needs-you')}>Show what needs you</ButtonLink>
      </Actions>
    </Notice>
  );
};
