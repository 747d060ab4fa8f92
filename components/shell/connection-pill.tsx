'use client';

import styled from 'styled-components';
import type { OverviewView } from '../../lib/domain/views/views';

type Colour = 'success' | 'warning' | 'danger' | 'secondary50';

const STATE: Record<OverviewView['hike']['state'], { colour: Colour; words: string }> = {
  connected: { colour: 'success', words: 'connected to' },
  reconnect: { colour: 'danger', words: 'must be reconnected to' },
  'not-connected': { colour: 'secondary50', words: 'not connected to' },
};

const Pill = styled.p`
  align-items: baseline;
  color: ${({ theme }) => theme.colors.secondary60};
  display: flex;
  gap: ${({ theme }) => theme.spacing.xSmall};
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: 0;
  overflow-wrap: anywhere;
`;

const Dot = styled.span<{ $colour: Colour }>`
  background-color: ${({ theme, $colour }) => theme.colors[$colour]};
  border-radius: ${({ theme }) => theme.borderRadius.circle};
  flex: none;
  height: ${({ theme }) => theme.spacing.xSmall};
  width: ${({ theme }) => theme.spacing.xSmall};
`;

/** Which two things are kept in step here; an agency has several stores open at once. */
export const ConnectionPill = ({ overview: { store, hike } }: { overview: OverviewView }) => {
  const { colour, words } = STATE[hike.state];
  return (
    <Pill>
      <Dot $colour={store.state === 'active' ? colour : 'danger'} aria-hidden />
      <span>
        {store.name} {words} {hike.shopName === null ? 'Hike' : `“${hike.shopName}” in Hike`}
      </span>
    </Pill>
  );
};
