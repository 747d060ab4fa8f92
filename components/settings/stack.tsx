'use client';

import styled from 'styled-components';

/** Fields one below the other, as wide as is pleasant to read. */
export const Stack = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spacing.xLarge};
  max-width: ${({ theme }) => theme.helpers.remCalc(640)};
`;
