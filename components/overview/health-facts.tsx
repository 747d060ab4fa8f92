'use client';

import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { Instant } from '../../lib/domain/instant';
import { millisOfInstant } from '../../lib/domain/instant-arithmetic';
import type { HealthView } from '../../lib/domain/views/views';
import { relativeMoment } from '../ui/format-moment';
import { Moment } from '../ui/moment';
import { HEALTH_WORDS } from './health-words';
import type { ShownHealth } from './shown-health';

const Facts = styled.dl`
  display: grid;
  gap: ${({ theme }) => `${theme.spacing.xxSmall} ${theme.spacing.medium}`};
  grid-template-columns: max-content minmax(0, 1fr);
  margin: 0;

  dt {
    color: ${({ theme }) => theme.colors.secondary60};
  }

  dd {
    margin: 0;
  }
`;

const Exact = styled.span`
  color: ${({ theme }) => theme.colors.secondary60};
`;

/** "4 min ago" says more than a date, and a date more than "yesterday". */
const Past = ({ at, timeZone, now }: { at: Instant; timeZone: string; now: number }) => {
  const words = relativeMoment(at, now);
  if (words === null) return <Moment at={at} timeZone={timeZone} />;
  return (
    <>
      {words}{' '}
      <Exact>
        (<Moment at={at} timeZone={timeZone} />)
      </Exact>
    </>
  );
};

const Next = ({ at, timeZone, now }: { at: Instant; timeZone: string; now: number }): ReactNode =>
  millisOfInstant(at) <= now ? 'now' : (relativeMoment(at, now) ?? <Moment at={at} timeZone={timeZone} />);

interface HealthFactsProps {
  health: HealthView;
  state: ShownHealth['state'];
  timeZone: string;
  now: number;
}

export const HealthFacts = ({ health: { thing, lastSuccess, nextCheck }, state, timeZone, now }: HealthFactsProps) => (
  <Facts>
    <dt>{HEALTH_WORDS[thing].lastSuccess}</dt>
    <dd>{lastSuccess === null ? 'None yet' : <Past at={lastSuccess} timeZone={timeZone} now={now} />}</dd>
    {nextCheck !== null && state !== 'stopped' && (
      <>
        <dt>Next check</dt>
        <dd>
          <Next at={nextCheck} timeZone={timeZone} now={now} />
        </dd>
      </>
    )}
  </Facts>
);
