'use client';

import { H1 } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { APP_NAME } from './app-name';

const Frame = styled.main`
  box-sizing: border-box;
  margin: 0 auto;
  max-width: ${({ theme }) => theme.helpers.remCalc(640)};
  padding: ${({ theme }) => theme.spacing.medium};

  ${({ theme }) => theme.breakpoints.tablet} {
    padding-top: ${({ theme }) => theme.spacing.xxxLarge};
  }
`;

const Card = styled.div`
  ${({ theme }) => theme.shadow.raised};
  background-color: ${({ theme }) => theme.colors.white};
  line-height: ${({ theme }) => theme.lineHeight.medium};
  padding: ${({ theme }) => theme.spacing.xxLarge};

  p {
    margin: 0 0 ${({ theme }) => theme.spacing.medium};
  }

  & > :last-child {
    margin-bottom: 0;
  }
`;

const Name = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
`;

/** A page with one message: signed out, an install that failed, a page that is not there. */
export const PlainPage = ({ title, children }: { title: string; children: ReactNode }) => (
  <Frame id="main">
    <Card>
      <Name>{APP_NAME}</Name>
      <H1 marginBottom="medium">{title}</H1>
      {children}
    </Card>
  </Frame>
);
