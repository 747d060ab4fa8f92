'use client';

import styled from 'styled-components';
import { pagePath } from '../../shell/session/store-paths';
import { useSession } from '../../shell/session/session-context';
import { AppLink } from '../../ui/app-link';
import type { RunFigure } from './run-figures';

const Grid = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.spacing.small};
  grid-template-columns: repeat(auto-fill, minmax(min(100%, ${({ theme }) => theme.helpers.remCalc(112)}), 1fr));
  list-style: none;
  margin: 0;
  padding: 0;

  @media (min-width: ${({ theme }) => theme.helpers.remCalc(480)}) {
    grid-template-columns: repeat(auto-fill, minmax(${({ theme }) => theme.helpers.remCalc(150)}, 1fr));
  }

  ${({ theme }) => theme.breakpoints.tablet} {
    grid-template-columns: repeat(auto-fill, minmax(${({ theme }) => theme.helpers.remCalc(190)}, 1fr));
  }
`;

const EDGE = { calm: 'secondary30', watch: 'warning40', 'needs-you': 'danger40' } as const;

const Figure = styled(AppLink)<{ $tone: RunFigure['tone'] }>`
  border: ${({ theme }) => theme.border.box};
  border-left: ${({ theme }) => theme.spacing.xxSmall} solid ${({ theme, $tone }) => theme.colors[EDGE[$tone]]};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-sizing: border-box;
  display: block;
  height: 100%;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  padding: ${({ theme }) => theme.spacing.small};

  &:hover {
    background-color: ${({ theme }) => theme.colors.primary10};
  }
`;

const Number = styled.span`
  color: ${({ theme }) => theme.colors.secondary70};
  display: block;
  font-size: ${({ theme }) => theme.typography.fontSize.xxLarge};
  font-variant-numeric: tabular-nums;
  line-height: ${({ theme }) => theme.lineHeight.xxLarge};
`;

const Hint = styled.span`
  color: ${({ theme }) => theme.colors.secondary60};
  display: block;
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  line-height: ${({ theme }) => theme.lineHeight.small};
`;

/** Numbers that lead to their lists. */
export const FigureGrid = ({ figures }: { figures: readonly RunFigure[] }) => {
  const { storeHash } = useSession();
  return (
    <Grid>
      {figures.map(({ key, count, label, hint, tab, tone }) => (
        <li key={key}>
          <Figure $tone={tone} href={pagePath(storeHash, 'products/match', `?tab=${tab}`)}>
            <Number>{count.toLocaleString('en')}</Number> {label}
            <Hint>{hint}</Hint>
          </Figure>
        </li>
      ))}
    </Grid>
  );
};
