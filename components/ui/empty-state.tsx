'use client';

import { Text } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import styled from 'styled-components';

const Frame = styled.div`
  margin: 0 auto;
  max-width: ${({ theme }) => theme.helpers.remCalc(480)};
  padding: ${({ theme }) => `${theme.spacing.xxxLarge} ${theme.spacing.medium}`};
  text-align: center;
`;

const Title = styled.p`
  color: ${({ theme }) => theme.colors.secondary70};
  font-size: ${({ theme }) => theme.typography.fontSize.large};
  margin: 0 0 ${({ theme }) => theme.spacing.xSmall};
`;

export const EmptyState = ({ title, children }: { title: string; children: ReactNode }) => (
  <Frame>
    <Title>{title}</Title>
    <Text as="p" color="secondary60">
      {children}
    </Text>
  </Frame>
);
