'use client';

import styled from 'styled-components';

/** Fields one below the other, as wide as is pleasant to read; `$apart` from what stands above. */
export const Stack = styled.div<{ $apart?: boolean }>`
  display: grid;
  gap: ${({ theme }) => theme.spacing.xLarge};
  ${({ theme, $apart }) => $apart === true && `margin-top: ${theme.spacing.xLarge};`}
  max-width: ${({ theme }) => theme.helpers.remCalc(640)};
`;
