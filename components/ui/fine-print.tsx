'use client';

import styled from 'styled-components';

/** What is said beside the matter: a SKU below a name, a number below a state. */
export const FinePrint = styled.div`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  line-height: ${({ theme }) => theme.lineHeight.small};

  /* BigDesign's link brings a size of its own. */
  && a {
    font-size: inherit;
  }
`;
