'use client';

import type { ReactNode } from 'react';
import styled from 'styled-components';
import { ConnectionBanners } from './connection-banners';
import { Header } from './header';
import { SessionProvider } from './session/session-provider';

const Main = styled.main`
  box-sizing: border-box;
  margin: 0 auto;
  max-width: ${({ theme }) => theme.helpers.remCalc(1280)};
  padding: ${({ theme }) => `${theme.spacing.large} ${theme.spacing.medium}`};

  &:focus {
    outline: none;
  }

  ${({ theme }) => theme.breakpoints.tablet} {
    padding: ${({ theme }) => theme.spacing.xLarge};
  }
`;

interface StoreFrameProps {
  storeHash: string;
  sdkUrl: string;
  children: ReactNode;
}

/** What every page of a store stands in. */
export const StoreFrame = ({ storeHash, sdkUrl, children }: StoreFrameProps) => (
  <SessionProvider storeHash={storeHash} sdkUrl={sdkUrl}>
    <Header />
    <Main id="main" tabIndex={-1}>
      <ConnectionBanners />
      {children}
    </Main>
  </SessionProvider>
);
