'use client';

import NextLink from 'next/link';
import type { ReactNode } from 'react';
import styled, { css } from 'styled-components';

interface LookProps {
  $primary?: boolean;
}

/** BigDesign's button is a `button`; what goes somewhere is a link, with the same look. */
const look = css<LookProps>`
  align-items: center;
  background-color: ${({ theme, $primary }) => ($primary === true ? theme.colors.primary : 'transparent')};
  border: 1px solid ${({ theme }) => theme.colors.primary};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-sizing: border-box;
  color: ${({ theme, $primary }) => ($primary === true ? theme.colors.white : theme.colors.primary)};
  display: inline-flex;
  font-size: ${({ theme }) => theme.typography.fontSize.medium};
  font-weight: ${({ theme, $primary }) => ($primary === true ? theme.typography.fontWeight.semiBold : theme.typography.fontWeight.regular)};
  justify-content: center;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  min-height: ${({ theme }) => theme.helpers.remCalc(36)};
  padding: ${({ theme }) => `${theme.spacing.xxSmall} ${theme.spacing.medium}`};
  text-align: center;
  text-decoration: none;

  &:hover {
    background-color: ${({ theme, $primary }) => ($primary === true ? theme.colors.primary50 : theme.colors.primary10)};
  }

  &:focus {
    box-shadow: 0 0 0 ${({ theme }) => theme.spacing.xxSmall} ${({ theme }) => theme.colors.primary20};
    outline: none;
  }
`;

const Inside = styled(NextLink)<LookProps>`
  ${look}
`;

const Outside = styled.a<LookProps>`
  ${look}
`;

interface ButtonLinkProps {
  href: string;
  /** `top` leaves the app for the control panel, `blank` opens a window of its own; without it the link stays inside. */
  target?: 'top' | 'blank';
  primary?: boolean;
  children: ReactNode;
}

export const ButtonLink = ({ href, target, primary = false, children }: ButtonLinkProps) =>
  target === undefined ? (
    <Inside href={href} $primary={primary}>
      {children}
    </Inside>
  ) : (
    <Outside href={href} target={`_${target}`} rel="noopener noreferrer" $primary={primary}>
      {children}
    </Outside>
  );
