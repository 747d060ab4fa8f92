'use client';

import styled from 'styled-components';

/** A card without a title of its own: the page's heading names it. */
export const Sheet = styled.div`
  ${({ theme }) => theme.shadow.raised};
  background-color: ${({ theme }) => theme.colors.white};
  padding: ${({ theme }) => theme.spacing.medium};

  ${({ theme }) => theme.breakpoints.tablet} {
    padding: ${({ theme }) => theme.spacing.xLarge};
  }
`;
