'use client';

import type { ReactNode } from 'react';
import styled from 'styled-components';
import { SessionProvider } from '../shell/session/session-provider';

const Main = styled.main`
  box-sizing: border-box;
  margin: 0 auto;
  max-width: ${({ theme }) => theme.helpers.remCalc(720)};
  padding: ${({ theme }) => theme.spacing.medium};
`;

interface PanelFrameProps {
  storeHash: string;
  sdkUrl: string;
  children: ReactNode;
}

/** A panel stands beside the control panel's own list: the same session as the pages, without their header and navigation. */
export const PanelFrame = ({ storeHash, sdkUrl, children }: PanelFrameProps) => (
  <SessionProvider storeHash={storeHash} sdkUrl={sdkUrl}>
    <Main id="main">{children}</Main>
  </SessionProvider>
);
