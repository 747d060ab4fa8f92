'use client';

import { useRef, useState } from 'react';
import styled from 'styled-components';
import type { CauseView } from '../../lib/domain/views/views';
import { LiveMessage } from '../ui/live-message';
import { Section } from '../ui/section';
import { CauseItem } from './cause-item';

const Causes = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.spacing.large};
  line-height: ${({ theme }) => theme.lineHeight.medium};
  list-style: none;
  margin: 0;
  padding: 0;
`;

const Frame = styled.div`
  &:focus {
    outline: none;
  }
`;

interface CauseListProps {
  causes: readonly CauseView[];
  onAnswered: () => void;
}

/** What needs a person, together where the cause is the same: put right once, tried again at once. */
export const CauseList = ({ causes, onAnswered }: CauseListProps) => {
  const [said, setSaid] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const done = (sentence: string) => {
    setSaid(sentence);
    // The pressed button is about to go with its cause; the keyboard goes on from here.
    frame.current?.focus();
  };
  return (
    <Frame ref={frame} tabIndex={-1}>
      <LiveMessage text={said} />
      {causes.length > 0 && (
        <Section id="causes" title="Same cause" description="What needs you for one and the same reason. The newest entry stands for the others.">
          <Causes>
            {causes.map((cause) => (
              <CauseItem key={`${cause.thing} ${cause.code}`} cause={cause} onAnswered={onAnswered} onDone={done} />
            ))}
          </Causes>
        </Section>
      )}
    </Frame>
  );
};
