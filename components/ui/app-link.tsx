'use client';

import NextLink from 'next/link';
import styled from 'styled-components';

/** A link inside the app that looks like BigDesign's. Only client navigation keeps the session, which lives in memory. */
export const AppLink = styled(NextLink)`
  color: ${({ theme }) => theme.colors.primary};
  text-decoration: none;

  &:hover {
    color: ${({ theme }) => theme.colors.primary50};
    text-decoration: underline;
  }

  &:focus-visible {
    border-radius: ${({ theme }) => theme.borderRadius.normal};
    outline: ${({ theme }) => theme.helpers.remCalc(2)} solid ${({ theme }) => theme.colors.primary};
    outline-offset: ${({ theme }) => theme.helpers.remCalc(2)};
  }
`;
