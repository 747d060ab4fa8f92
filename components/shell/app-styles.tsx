'use client';

import { GlobalStyles } from '@bigcommerce/big-design';
import { theme } from '@bigcommerce/big-design-theme';
import type { ReactNode } from 'react';
import { createGlobalStyle, ThemeProvider } from 'styled-components';
import { StyleRegistry } from './style-registry';

/** The control panel's own ground, so that the app does not look like a foreign page in its frame. */
const Ground = createGlobalStyle`
  body {
    background-color: ${({ theme: { colors } }) => colors.secondary10};
    color: ${({ theme: { colors } }) => colors.secondary70};
    margin: 0;
  }
`;

export const AppStyles = ({ children }: { children: ReactNode }) => (
  <StyleRegistry>
    <ThemeProvider theme={theme}>
      <GlobalStyles />
      <Ground />
      {children}
    </ThemeProvider>
  </StyleRegistry>
);
