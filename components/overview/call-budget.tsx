'use client';

import styled from 'styled-components';
import type { OverviewView } from '../../lib/domain/views/views';
import { Section } from '../ui/section';
import { budgetWords } from './budget-words';

const Track = styled.div`
  background-color: ${({ theme }) => theme.colors.secondary20};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  height: ${({ theme }) => theme.spacing.xSmall};
  margin-bottom: ${({ theme }) => theme.spacing.small};
  overflow: hidden;
`;

const Used = styled.div<{ $isTight: boolean }>`
  background-color: ${({ theme, $isTight }) => ($isTight ? theme.colors.warning40 : theme.colors.primary40)};
  height: 100%;
`;

const Words = styled.p`
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: 0;
`;

/** Hike's daily limit is the shop's, and shared with nothing else we know of; what is left decides how fresh the sales are. */
export const CallBudget = ({ budget }: { budget: OverviewView['budget'] }) => {
  const { share, used, effect, isTight } = budgetWords(budget);
  return (
    <Section id="budget" title="Calls to Hike" description={`Hike lets an app ask ${budget.hikeCallsPerDay.toLocaleString('en')} times in 24 hours.`}>
      {/* The sentence below says the same. */}
      <Track aria-hidden>
        <Used $isTight={isTight} style={{ width: `${share}%` }} />
      </Track>
      <Words>
        {used} {effect}
      </Words>
    </Section>
  );
};
