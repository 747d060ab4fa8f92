'use client';

import styled from 'styled-components';

/** Buttons in a row that wraps; the gap replaces BigDesign's margin between neighbouring buttons, which would not wrap well. */
export const Actions = styled.div<{ $align?: 'start' | 'end' }>`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.xSmall};
  justify-content: ${({ $align = 'start' }) => ($align === 'end' ? 'flex-end' : 'flex-start')};

  &&& > .bd-button {
    margin: 0;
  }
`;
