'use client';

import type { ReactNode } from 'react';
import styled from 'styled-components';
import { FinePrint } from '../ui/fine-print';

const Group = styled.fieldset`
  border: 0;
  display: grid;
  gap: ${({ theme }) => theme.spacing.small};
  margin: 0;
  min-width: 0;
  padding: 0;
`;

const Legend = styled.legend`
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  margin-bottom: ${({ theme }) => theme.spacing.xSmall};
  padding: 0;
`;

interface FieldGroupProps {
  legend: string;
  effect?: string;
  children: ReactNode;
}

/** Fields that answer one question together. */
export const FieldGroup = ({ legend, effect, children }: FieldGroupProps) => (
  <Group>
    <Legend>{legend}</Legend>
    {effect !== undefined && <FinePrint>{effect}</FinePrint>}
    {children}
  </Group>
);
