'use client';

import { Button, H2 } from '@bigcommerce/big-design';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styled from 'styled-components';
import { Actions } from './actions';

const Frame = styled.dialog`
  ${({ theme }) => theme.shadow.floating};
  border: 0;
  box-sizing: border-box;
  color: ${({ theme }) => theme.colors.secondary70};
  line-height: ${({ theme }) => theme.lineHeight.medium};
  max-height: 90vh;
  max-width: ${({ theme }) => theme.helpers.remCalc(560)};
  overflow-y: auto;
  padding: ${({ theme }) => theme.spacing.xLarge};
  width: 90%;

  &::backdrop {
    background-color: ${({ theme }) => theme.helpers.createRGBA(theme.colors.secondary70, 0.7)};
  }
`;

const Body = styled.div`
  margin-bottom: ${({ theme }) => theme.spacing.xLarge};
`;

interface ConfirmDialogProps {
  title: string;
  confirm: string;
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/**
 * The browser's own dialog keeps the focus inside, gives it back, and closes on Escape. BigDesign's Modal has no
 * accessible name (its label stands on an element without a role), which axe calls a serious fault.
 */
export const ConfirmDialog = ({ title, confirm, isBusy, onConfirm, onCancel, children }: ConfirmDialogProps) => {
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
      aria-labelledby={titleId}
      onCancel={(event) => {
        // React takes the dialog away itself; closing it here as well would leave the page believing it is open.
        event.preventDefault();
        onCancel();
      }}
    >
      <H2 id={titleId}>{title}</H2>
      <Body>{children}</Body>
      <Actions $align="end">
        <Button variant="subtle" mobileWidth="auto" disabled={isBusy} onClick={onCancel}>
          Cancel
        </Button>
        <Button mobileWidth="auto" isLoading={isBusy} onClick={onConfirm}>
          {confirm}
        </Button>
      </Actions>
    </Frame>
  );
};
