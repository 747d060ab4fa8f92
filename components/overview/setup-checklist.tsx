'use client';

import styled from 'styled-components';
import type { SetupStep } from '../../lib/domain/views/views';
import { Section } from '../ui/section';
import { SetupItem } from './setup-item';

const Steps = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0;
`;

/** Stands on the page until everything required is set. */
export const SetupChecklist = ({ steps }: { steps: readonly SetupStep[] }) => {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  // Everything else is chosen from Hike's lists.
  const isConnected = steps.some((step) => step.key === 'connect' && step.done);
  return (
    <Section id="setup" title="Set-up" description={`${done} of ${steps.length} done. Nothing syncs until all of it is. Check these choices with your accountant.`}>
      <Steps>
        {steps.map((step) => (
          <SetupItem key={step.key} step={step} isNext={step === next} isOpen={isConnected} />
        ))}
      </Steps>
    </Section>
  );
};
