'use client';

import styled, { css } from 'styled-components';

/*
 * A table on wide screens, a card per row on narrow ones, from one piece of markup. The roles are spelled out because
 * browsers forget them once `display` is not a table's.
 */

const narrow = css`
  @media (max-width: ${({ theme }) => theme.helpers.remCalc(899)})
`;

export const RecordTable = styled.table.attrs({ role: 'table' })`
  border-spacing: 0;
  color: ${({ theme }) => theme.colors.secondary70};
  line-height: ${({ theme }) => theme.lineHeight.medium};
  text-align: left;
  width: 100%;

  ${narrow} {
    display: block;
  }
`;

export const RecordHead = styled.thead.attrs({ role: 'rowgroup' })`
  ${narrow} {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    width: 1px;
  }
`;

export const RecordBody = styled.tbody.attrs({ role: 'rowgroup' })`
  ${narrow} {
    display: block;
  }
`;

/** `$areas` places the cells of a card by their names; without it they flow two to a line. */
export const RecordRow = styled.tr.attrs({ role: 'row' })<{ $areas?: string }>`
  tbody &:last-child > td {
    border-bottom: 0;
  }

  ${narrow} {
    border-bottom: ${({ theme }) => theme.border.box};
    display: grid;
    column-gap: ${({ theme, $areas }) => ($areas === undefined ? theme.spacing.small : 0)};
    row-gap: ${({ theme }) => theme.spacing.xxSmall};
    grid-template-columns: ${({ $areas }) => ($areas === undefined ? '1fr auto' : 'auto 1fr auto')};
    padding: ${({ theme }) => `${theme.spacing.medium} 0`};
    ${({ $areas }) => $areas !== undefined && `grid-template-areas: ${$areas};`}

    tbody &:last-child {
      border-bottom: 0;
    }
  }
`;

export const RecordHeading = styled.th.attrs({ role: 'columnheader', scope: 'col' })`
  border-bottom: ${({ theme }) => theme.border.box};
  font-size: ${({ theme }) => theme.typography.fontSize.medium};
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  padding: ${({ theme }) => theme.spacing.small};
  white-space: nowrap;

  &:first-child {
    padding-left: 0;
  }

  &:last-child {
    padding-right: 0;
  }
`;

/** On a card, `$wide` cells take the whole width and the others stand two to a line; a `data-label` names what the heading would. */
export const RecordCell = styled.td.attrs({ role: 'cell' })<{ $wide?: boolean; $area?: string }>`
  border-bottom: ${({ theme }) => theme.border.box};
  overflow-wrap: anywhere;
  padding: ${({ theme }) => theme.spacing.small};
  vertical-align: top;

  &:first-child {
    padding-left: 0;
  }

  &:last-child {
    padding-right: 0;
  }

  ${narrow} {
    border: 0;
    padding: 0;
    ${({ $wide }) => $wide === true && 'grid-column: 1 / -1;'}
    ${({ $area }) => $area !== undefined && `grid-area: ${$area};`}

    /* Without its box, a row begins where the others do. */
    ${({ $area, theme }) => $area === 'tick' && `&:not(:empty) { padding-right: ${theme.spacing.small}; }`}

    &[data-label]::before {
      color: ${({ theme }) => theme.colors.secondary60};
      content: attr(data-label) ': ';
    }
  }
`;
