'use client';

import { CheckCircleIcon, CloseIcon, ErrorIcon, InfoIcon, WarningIcon } from '@bigcommerce/big-design-icons';
import type { ReactNode } from 'react';
import styled from 'styled-components';

export type NoticeKind = 'success' | 'error' | 'warning' | 'info';

const BORDER = { success: 'success', error: 'danger', warning: 'warning', info: 'primary60' } as const;

const ICON = {
  success: <CheckCircleIcon color="success" aria-hidden />,
  error: <ErrorIcon color="danger" aria-hidden />,
  warning: <WarningIcon color="warning60" aria-hidden />,
  info: <InfoIcon color="primary60" aria-hidden />,
} as const;

const Frame = styled.div<{ $kind: NoticeKind }>`
  ${({ theme }) => theme.shadow.raised};
  background-color: ${({ theme }) => theme.colors.white};
  border-left: ${({ theme }) => theme.spacing.xxSmall} solid ${({ theme, $kind }) => theme.colors[BORDER[$kind]]};
  color: ${({ theme }) => theme.colors.secondary70};
  display: grid;
  gap: ${({ theme }) => theme.spacing.small};
  grid-template-columns: auto 1fr auto;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin-bottom: ${({ theme }) => theme.spacing.medium};
  padding: ${({ theme }) => theme.spacing.medium};
`;

const Title = styled.p`
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  margin: 0 0 ${({ theme }) => theme.spacing.xxSmall};
`;

const Body = styled.div`
  min-width: 0;
  overflow-wrap: anywhere;

  a:not([class]) {
    color: ${({ theme }) => theme.colors.primary};
  }

  p,
  ul {
    margin: 0 0 ${({ theme }) => theme.spacing.xSmall};
  }

  ul {
    padding-left: ${({ theme }) => theme.spacing.large};
  }

  & > :last-child {
    margin-bottom: 0;
  }
`;

const Close = styled.button`
  align-self: start;
  background: none;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  color: ${({ theme }) => theme.colors.secondary60};
  cursor: pointer;
  line-height: 0;
  padding: 0;
`;

interface NoticeProps {
  kind: NoticeKind;
  title?: string;
  /** `alert` for what just went wrong, `status` for what just happened; none for what stands on the page anyway. */
  role?: 'alert' | 'status';
  onClose?: () => void;
  children: ReactNode;
}

/** BigDesign's Message takes texts and plain links alone and always interrupts a screen reader; this takes anything and does so on demand. */
export const Notice = ({ kind, title, role, onClose, children }: NoticeProps) => (
  <Frame $kind={kind} role={role}>
    {ICON[kind]}
    <Body>
      {title !== undefined && <Title>{title}</Title>}
      {children}
    </Body>
    {onClose && (
      <Close type="button" onClick={onClose} aria-label="Dismiss">
        <CloseIcon aria-hidden />
      </Close>
    )}
  </Frame>
);
