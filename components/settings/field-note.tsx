'use client';

import { ErrorIcon, WarningIcon } from '@bigcommerce/big-design-icons';
import styled from 'styled-components';

const Frame = styled.p<{ $isError: boolean }>`
  align-items: flex-start;
  color: ${({ theme, $isError }) => ($isError ? theme.colors.danger60 : theme.colors.secondary70)};
  display: flex;
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  gap: ${({ theme }) => theme.spacing.xxSmall};
  line-height: ${({ theme }) => theme.lineHeight.small};
  margin: ${({ theme }) => theme.spacing.xxSmall} 0 0;

  svg {
    flex: none;
  }
`;

interface FieldNoteProps {
  id: string;
  kind: 'error' | 'missing';
  text: string;
}

/** What is wrong with one field, right below it. */
export const FieldNote = ({ id, kind, text }: FieldNoteProps) => (
  <Frame id={id} $isError={kind === 'error'}>
    {kind === 'error' ? <ErrorIcon color="danger" size="large" aria-hidden /> : <WarningIcon color="warning60" size="large" aria-hidden />}
    <span>{text}</span>
  </Frame>
);
