'use client';

import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { ProblemView } from '../../lib/domain/views/views';

const Sentence = styled.p`
  margin: 0 0 ${({ theme }) => theme.spacing.xxSmall};
`;

const Remedy = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
  margin: 0;
`;

/** Why not, and what to do: always both, in this order. */
export const ProblemNote = ({ problem, children }: { problem: ProblemView; children?: ReactNode }) => (
  <div>
    <Sentence>{problem.sentence}</Sentence>
    <Remedy>{problem.remedy}</Remedy>
    {children}
  </div>
);
