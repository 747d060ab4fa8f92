'use client';

import { H1, Text } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { Actions } from './actions';

const Frame = styled.div`
  align-items: flex-start;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => `${theme.spacing.small} ${theme.spacing.xLarge}`};
  justify-content: space-between;
  margin-bottom: ${({ theme }) => theme.spacing.large};
`;

const Words = styled.div`
  flex: 1 1 ${({ theme }) => theme.helpers.remCalc(320)};
  max-width: ${({ theme }) => theme.helpers.remCalc(760)};
`;

interface PageHeaderProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
}

export const PageHeader = ({ title, description, actions }: PageHeaderProps) => (
  <Frame>
    <Words>
      <H1 marginBottom="xxSmall">{title}</H1>
      {description !== undefined && (
        <Text color="secondary60" marginBottom="none">
          {description}
        </Text>
      )}
    </Words>
    {actions !== undefined && <Actions>{actions}</Actions>}
  </Frame>
);
