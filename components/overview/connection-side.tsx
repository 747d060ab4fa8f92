'use client';

import { Badge, H3, type BadgeProps } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { WatchedSide } from '../../lib/domain/views/views';

const Side = styled.div`
  line-height: ${({ theme }) => theme.lineHeight.medium};
  min-width: 0;
  overflow-wrap: anywhere;

  & + & {
    border-top: ${({ theme }) => theme.border.box};
    margin-top: ${({ theme }) => theme.spacing.medium};
    padding-top: ${({ theme }) => theme.spacing.medium};
  }

  p {
    color: ${({ theme }) => theme.colors.secondary60};
    margin: 0 0 ${({ theme }) => theme.spacing.small};
  }

  & > :last-child {
    margin-bottom: 0;
  }

  ${({ theme }) => theme.breakpoints.tablet} {
    & + & {
      border-left: ${({ theme }) => theme.border.box};
      border-top: 0;
      margin-top: 0;
      padding-left: ${({ theme }) => theme.spacing.xLarge};
      padding-top: 0;
    }
  }
`;

const Head = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.xSmall};
  margin-bottom: ${({ theme }) => theme.spacing.xSmall};
`;

const Name = styled.div`
  color: ${({ theme }) => theme.colors.secondary70};
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
`;

interface ConnectionSideProps {
  system: string;
  state: string;
  variant: NonNullable<BadgeProps['variant']>;
  /** Trouble that passes by itself takes the place of "Connected". */
  watch: WatchedSide | null;
  /** The store's or the shop's own name, when it is known. */
  name: string | null;
  children: ReactNode;
}

export const ConnectionSide = ({ system, state, variant, watch, name, children }: ConnectionSideProps) => (
  <Side>
    <Head>
      <H3 margin="none">{system}</H3>
      {watch?.state === 'attention' ? <Badge label="Attention" variant="warning" /> : <Badge label={state} variant={variant} />}
    </Head>
    {name !== null && <Name>{name}</Name>}
    {children}
  </Side>
);
