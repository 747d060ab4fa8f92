'use client';

import type { ReactNode, Ref } from 'react';
import styled from 'styled-components';

const Frame = styled.details`
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  line-height: ${({ theme }) => theme.lineHeight.small};
  margin-top: ${({ theme }) => theme.spacing.xxSmall};
`;

const Summary = styled.summary`
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  color: ${({ theme }) => theme.colors.primary};
  cursor: pointer;
  width: fit-content;

  &:focus-visible {
    outline: ${({ theme }) => theme.helpers.remCalc(2)} solid ${({ theme }) => theme.colors.primary};
    outline-offset: ${({ theme }) => theme.helpers.remCalc(2)};
  }
`;

interface DisclosureProps {
  summary: ReactNode;
  /** For whoever moves the focus there. */
  summaryRef?: Ref<HTMLElement>;
  children: ReactNode;
}

/** Detail that is out of the way until somebody asks for it. */
export const Disclosure = ({ summary, summaryRef, children }: DisclosureProps) => (
  <Frame>
    <Summary {...(summaryRef === undefined ? {} : { ref: summaryRef })}>{summary}</Summary>
    {children}
  </Frame>
);
