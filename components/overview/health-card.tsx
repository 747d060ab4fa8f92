'use client';

import { Badge, type BadgeProps } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { HealthView, OverviewView } from '../../lib/domain/views/views';
import { pagePath } from '../shell/session/store-paths';
import { useSession } from '../shell/session/session-context';
import { AppLink } from '../ui/app-link';
import { Section } from '../ui/section';
import { HealthActions } from './health-actions';
import { HealthFacts } from './health-facts';
import { HEALTH_WORDS } from './health-words';
import { shownHealth, type ShownHealth } from './shown-health';

/** Red is for what stands still until a person acts. */
const VARIANT: Record<ShownHealth['state'], NonNullable<BadgeProps['variant']>> = {
  'up-to-date': 'success',
  behind: 'warning',
  'needs-you': 'danger',
  held: 'danger',
  stopped: 'danger',
  paused: 'secondary',
  idle: 'secondary',
};

const Body = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spacing.medium};
  line-height: ${({ theme }) => theme.lineHeight.medium};

  & > p {
    margin: 0;
  }
`;

interface HealthCardProps {
  health: HealthView;
  overview: OverviewView;
  now: number;
}

/** How one thing fares, and what a person can do about it. */
export const HealthCard = ({ health, overview, now }: HealthCardProps) => {
  const { storeHash } = useSession();
  const words = HEALTH_WORDS[health.thing];
  const { state, sentence } = shownHealth(health, overview);
  return (
    <Section id={`health-${health.thing}`} title={words.title} description={words.description} actions={<Badge label={sentence} variant={VARIANT[state]} marginTop="xxSmall" />}>
      <Body>
        {state === 'needs-you' && (
          <p>
            <AppLink href={pagePath(storeHash, 'sync-log', `?result=needs-you&thing=${words.logThing}`)}>See why and what to do</AppLink>
          </p>
        )}
        {state === 'held' && (
          <p>
            <AppLink href={pagePath(storeHash, 'products')}>See what would change, and apply or discard it</AppLink>
          </p>
        )}
        {state === 'paused' && <p>{words.whilePaused}</p>}
        <HealthFacts health={health} state={state} timeZone={overview.store.timeZone} now={now} />
        {words.page !== null && state !== 'held' && (
          <p>
            <AppLink href={pagePath(storeHash, words.page.page)}>{words.page.label}</AppLink>
          </p>
        )}
        {state !== 'idle' && state !== 'held' && state !== 'stopped' && <HealthActions health={health} isPaused={overview.paused[words.pauseKey]} />}
      </Body>
    </Section>
  );
};
