'use client';

import styled from 'styled-components';

/** Two things of the same kind side by side where there is room, one below the other where there is not. */
export const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);

  ${({ theme }) => theme.breakpoints.tablet} {
    column-gap: ${({ theme }) => theme.spacing.medium};
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;
