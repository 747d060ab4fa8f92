'use client';

import { ProgressCircle } from '@bigcommerce/big-design';
import styled from 'styled-components';

const Frame = styled.div`
  align-items: center;
  color: ${({ theme }) => theme.colors.secondary60};
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spacing.medium};
  justify-content: center;
  min-height: ${({ theme }) => theme.helpers.remCalc(240)};
`;

export const Loading = ({ label }: { label: string }) => (
  <Frame role="status">
    <div aria-hidden>
      <ProgressCircle size="small" />
    </div>
    {label}…
  </Frame>
);
