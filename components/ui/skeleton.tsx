'use client';

import styled, { keyframes } from 'styled-components';
import { VisuallyHidden } from './visually-hidden';

const breathe = keyframes`
  50% { opacity: 0.5; }
`;

const Card = styled.div`
  ${({ theme }) => theme.shadow.raised};
  background-color: ${({ theme }) => theme.colors.white};
  display: grid;
  gap: ${({ theme }) => theme.spacing.medium};
  padding: ${({ theme }) => theme.spacing.xLarge};
`;

const Bar = styled.div<{ $width: number }>`
  animation: ${breathe} 1.6s ease-in-out infinite;
  background-color: ${({ theme }) => theme.colors.secondary20};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  height: ${({ theme }) => theme.spacing.large};
  width: ${({ $width }) => $width}%;

  @media (prefers-reduced-motion: reduce) {
    animation: none;
  }
`;

const WIDTHS = [40, 90, 75, 85, 60];

/** The shape of what is coming, so that the page does not jump when it comes. */
export const Skeleton = ({ label }: { label: string }) => (
  <div role="status">
    <VisuallyHidden>{label}…</VisuallyHidden>
    <Card aria-hidden>
      {WIDTHS.map((width) => (
        <Bar key={width} $width={width} />
      ))}
    </Card>
  </div>
);
