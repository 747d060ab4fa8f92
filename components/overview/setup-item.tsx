'use client';

import { CheckCircleIcon, RadioButtonUncheckedIcon } from '@bigcommerce/big-design-icons';
import styled from 'styled-components';
import type { SetupStep } from '../../lib/domain/views/views';
import { pagePath } from '../shell/session/store-paths';
import { useSession } from '../shell/session/session-context';
import { AppLink } from '../ui/app-link';
import { ButtonLink } from '../ui/button-link';
import { VisuallyHidden } from '../ui/visually-hidden';
import { SETUP_WORDS } from './setup-words';

const Item = styled.li`
  align-items: start;
  border-top: ${({ theme }) => theme.border.box};
  column-gap: ${({ theme }) => theme.spacing.small};
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  line-height: ${({ theme }) => theme.lineHeight.medium};
  padding: ${({ theme }) => theme.spacing.small} 0;
  row-gap: ${({ theme }) => theme.spacing.xSmall};

  &:last-child {
    padding-bottom: 0;
  }

  ${({ theme }) => theme.breakpoints.tablet} {
    align-items: center;
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
`;

const Title = styled.div`
  color: ${({ theme }) => theme.colors.secondary70};
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
`;

const Words = styled.div`
  color: ${({ theme }) => theme.colors.secondary60};
`;

const Missing = styled.div`
  color: ${({ theme }) => theme.colors.secondary70};
`;

const Way = styled.div`
  grid-column: 2;

  ${({ theme }) => theme.breakpoints.tablet} {
    grid-column: 3;
  }
`;

interface SetupItemProps {
  step: SetupStep;
  /** The first that is not done: the one to go on with. */
  isNext: boolean;
  /** It can be done now. */
  isOpen: boolean;
}

export const SetupItem = ({ step, isNext, isOpen }: SetupItemProps) => {
  const { storeHash } = useSession();
  const { title, effect, anchor, hasParts } = SETUP_WORDS[step.key];
  const words = `Set ${title.toLowerCase()}`;
  return (
    <Item>
      {step.done ? <CheckCircleIcon color="success50" aria-hidden /> : <RadioButtonUncheckedIcon color="secondary50" aria-hidden />}
      <div>
        <Title>
          {title}
          <VisuallyHidden>: {step.done ? 'done' : 'to do'}</VisuallyHidden>
        </Title>
        <Words>{effect}</Words>
        {isOpen && hasParts && step.missing !== null && <Missing>{step.missing}</Missing>}
      </div>
      {isOpen && anchor !== null && !step.done && (
        <Way>
          {isNext ? (
            <ButtonLink href={pagePath(storeHash, 'settings', anchor)} primary>
              {words}
            </ButtonLink>
          ) : (
            <AppLink href={pagePath(storeHash, 'settings', anchor)}>{words}</AppLink>
          )}
        </Way>
      )}
    </Item>
  );
};
