'use client';

import { H2 } from '@bigcommerce/big-design';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styled from 'styled-components';
import { Actions } from './actions';

const Frame = styled.dialog<{ $isWide: boolean }>`
  ${({ theme }) => theme.shadow.floating};
  border: 0;
  box-sizing: border-box;
  color: ${({ theme }) => theme.colors.secondary70};
  line-height: ${({ theme }) => theme.lineHeight.medium};
  max-height: 90vh;
  max-width: ${({ theme, $isWide }) => theme.helpers.remCalc($isWide ? 960 : 560)};
  overflow-y: auto;
  padding: ${({ theme }) => theme.spacing.medium};
  width: 90%;

  ${({ theme }) => theme.breakpoints.tablet} {
    padding: ${({ theme }) => theme.spacing.xLarge};
  }

  &::backdrop {
    background-color: ${({ theme }) => theme.helpers.createRGBA(theme.colors.secondary70, 0.7)};
  }
`;

const Body = styled.div`
  margin-bottom: ${({ theme }) => theme.spacing.xLarge};
  overflow-wrap: anywhere;
`;

interface DialogProps {
  title: string;
  /** The buttons at its foot; one of them closes it. */
  buttons: ReactNode;
  /** Room for a table. */
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * The browser's own dialog keeps the focus inside, gives it back, and closes on Escape. BigDesign's Modal has no
 * accessible name (its label stands on an element without a role), which axe calls a serious fault.
 */
export const Dialog = ({ title, buttons, isWide = false, onClose, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Layout effects end before the element leaves the page; closed any later, the browser no longer gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <Frame
      ref={dialog}
      $isWide={isWide}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // React takes the dialog away itself; closing it here as well would leave the page believing it is open.
        event.preventDefault();
        onClose();
      }}
    >
      <H2 id={titleId}>{title}</H2>
      <Body>{children}</Body>
      <Actions $align="end">{buttons}</Actions>
    </Frame>
  );
};
