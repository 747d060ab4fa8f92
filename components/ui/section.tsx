'use client';

import { H2, Text } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { Actions } from './actions';

const Card = styled.section`
  ${({ theme }) => theme.shadow.raised};
  background-color: ${({ theme }) => theme.colors.white};
  margin-bottom: ${({ theme }) => theme.spacing.medium};
  padding: ${({ theme }) => theme.spacing.medium};
  scroll-margin-top: ${({ theme }) => theme.spacing.medium};

  ${({ theme }) => theme.breakpoints.tablet} {
    padding: ${({ theme }) => theme.spacing.xLarge};
  }
`;

const Head = styled.div`
  align-items: flex-start;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.small};
  justify-content: space-between;
  margin-bottom: ${({ theme }) => theme.spacing.medium};
`;

const Words = styled.div`
  flex: 1 1 ${({ theme }) => theme.helpers.remCalc(240)};
  max-width: ${({ theme }) => theme.helpers.remCalc(720)};
`;

interface SectionProps {
  /** The anchor that links and problems point to. */
  id: string;
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A card of a page: BigDesign's Panel as a landmark with an anchor. */
export const Section = ({ id, title, description, actions, children }: SectionProps) => (
  <Card id={id} aria-labelledby={`${id}-title`}>
    <Head>
      <Words>
        <H2 id={`${id}-title`} marginBottom="xxSmall">
          {title}
        </H2>
        {description !== undefined && (
          <Text color="secondary60" marginBottom="none">
            {description}
          </Text>
        )}
      </Words>
      {actions !== undefined && <Actions>{actions}</Actions>}
    </Head>
    {children}
  </Card>
);
