'use client';

import styled from 'styled-components';
import type { EntryRow } from '../../lib/domain/views/views';
import { useSession } from '../shell/session/session-context';
import { pagePath } from '../shell/session/store-paths';
import { ResultBadge } from '../sync-log/result-badge';
import { AppLink } from '../ui/app-link';
import { Moment } from '../ui/moment';
import { Section } from '../ui/section';

const List = styled.ol`
  line-height: ${({ theme }) => theme.lineHeight.medium};
  list-style: none;
  margin: 0 0 ${({ theme }) => theme.spacing.medium};
  padding: 0;

  li {
    border-bottom: ${({ theme }) => theme.border.box};
    overflow-wrap: anywhere;
    padding: ${({ theme }) => theme.spacing.small} 0;
  }

  p {
    margin: 0;
  }
`;

const Line = styled.div`
  align-items: center;
  color: ${({ theme }) => theme.colors.secondary60};
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.xSmall};
  justify-content: space-between;
`;

/** What the sync log says of this order, the newest first. */
export const OrderHistory = ({ orderId, entries, timeZone }: { orderId: number; entries: readonly EntryRow[]; timeZone: string }) => {
  const { storeHash } = useSession();
  return (
    <Section id="history" title="What happened so far">
      {entries.length === 0 ? (
        <p>Nothing yet. What happens with this order is listed here and in the sync log.</p>
      ) : (
        <List>
          {entries.map(({ id, at, result, resultLabel, message, nextTryAt }) => (
            <li key={id}>
              <Line>
                <Moment at={at} timeZone={timeZone} />
                <ResultBadge result={result} label={resultLabel} />
              </Line>
              <p>{message}</p>
              {nextTryAt !== null && (
                <Line>
                  <span>
                    Next try <Moment at={nextTryAt} timeZone={timeZone} />
                  </span>
                </Line>
              )}
            </li>
          ))}
        </List>
      )}
      <AppLink href={pagePath(storeHash, 'sync-log', `?search=${orderId}`)}>Open the sync log</AppLink>
    </Section>
  );
};
