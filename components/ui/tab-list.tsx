'use client';

import type { KeyboardEvent } from 'react';
import styled from 'styled-components';

const List = styled.div`
  border-bottom: ${({ theme }) => theme.border.box};
  display: flex;
  flex-wrap: wrap;
  margin-bottom: ${({ theme }) => theme.spacing.medium};
`;

const Tab = styled.button`
  background: none;
  border: 0;
  border-bottom: ${({ theme }) => theme.spacing.xxSmall} solid transparent;
  color: ${({ theme }) => theme.colors.primary};
  cursor: pointer;
  font: inherit;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  padding: ${({ theme }) => theme.spacing.xSmall};

  ${({ theme }) => theme.breakpoints.tablet} {
    padding: ${({ theme }) => `${theme.spacing.xSmall} ${theme.spacing.small}`};
  }

  &:hover {
    background-color: ${({ theme }) => theme.colors.primary10};
  }

  &:focus-visible {
    outline: ${({ theme }) => theme.helpers.remCalc(2)} solid ${({ theme }) => theme.colors.primary};
    outline-offset: -${({ theme }) => theme.helpers.remCalc(2)};
  }

  &[aria-selected='true'] {
    border-bottom-color: ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.secondary70};
    font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  }
`;

const STEP: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

interface TabListProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; title: string }[];
  active: Id;
  /** The id of the element that the tabs fill. */
  panelId: string;
  onChoose: (id: Id) => void;
}

/** BigDesign's Tabs cannot be walked with the arrow keys, and its active tab cannot be reached at all. */
export const TabList = <Id extends string>({ label, tabs, active, panelId, onChoose }: TabListProps<Id>) => {
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEP[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = tabs.findIndex(({ id }) => id === active);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLButtonElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <List role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map(({ id, title }) => (
        <Tab
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === active}
          aria-controls={panelId}
          tabIndex={id === active ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {title}
        </Tab>
      ))}
    </List>
  );
};
