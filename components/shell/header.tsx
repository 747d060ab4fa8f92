'use client';

import styled from 'styled-components';
import { APP_NAME } from './app-name';
import { ConnectionPill } from './connection-pill';
import { Navigation } from './navigation';
import { useSession } from './session/session-context';
import { useOverview } from './use-overview';

const Bar = styled.header`
  background-color: ${({ theme }) => theme.colors.white};
  border-bottom: ${({ theme }) => theme.border.box};
`;

const Inside = styled.div`
  box-sizing: border-box;
  margin: 0 auto;
  max-width: ${({ theme }) => theme.helpers.remCalc(1280)};
  padding: ${({ theme }) => `${theme.spacing.medium} ${theme.spacing.medium} 0`};

  ${({ theme }) => theme.breakpoints.tablet} {
    padding: ${({ theme }) => `${theme.spacing.large} ${theme.spacing.xLarge} 0`};
  }
`;

const Top = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => `${theme.spacing.xxSmall} ${theme.spacing.large}`};
  justify-content: space-between;
  margin-bottom: ${({ theme }) => theme.spacing.xSmall};
`;

const Name = styled.p`
  font-size: ${({ theme }) => theme.typography.fontSize.large};
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  line-height: ${({ theme }) => theme.lineHeight.large};
  margin: 0;
`;

const SkipLink = styled.a`
  background-color: ${({ theme }) => theme.colors.white};
  left: ${({ theme }) => theme.spacing.small};
  padding: ${({ theme }) => theme.spacing.small};
  position: absolute;
  top: -100px;

  &:focus {
    top: ${({ theme }) => theme.spacing.small};
  }
`;

export const Header = () => {
  const { storeHash } = useSession();
  const { data } = useOverview();
  return (
    <Bar>
      <SkipLink href="#main">Skip to the page</SkipLink>
      <Inside>
        <Top>
          <Name>{APP_NAME}</Name>
          {data && <ConnectionPill overview={data} />}
        </Top>
        <Navigation storeHash={storeHash} />
      </Inside>
    </Bar>
  );
};
