'use client';

import { Button } from '@bigcommerce/big-design';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { BufferBox } from './buffer-box';
import type { BufferPath } from './setting-path';
import type { SettingsForm } from './use-settings-form';

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.spacing.small};
  list-style: none;
  margin: 0;
  padding: 0;
`;

const Row = styled.li`
  align-items: center;
  display: grid;
  gap: ${({ theme }) => theme.spacing.xSmall};
  grid-template-columns: minmax(0, 1fr) auto;
  overflow-wrap: anywhere;

  ${({ theme }) => theme.breakpoints.tablet} {
    grid-template-columns: minmax(0, 1fr) ${({ theme }) => theme.helpers.remCalc(240)} auto;
  }
`;

const Field = styled.div`
  grid-column: 1 / -1;
  grid-row: 2;

  ${({ theme }) => theme.breakpoints.tablet} {
    grid-column: 2;
    grid-row: 1;
  }
`;

export interface BufferRow {
  path: BufferPath;
  /** What a screen reader says, and what is shown unless `shown` says it better. */
  name: string;
  shown?: ReactNode;
}

/** Rules of their own, one below the other, each with its way out. */
export const BufferRows = ({ form, rows }: { form: SettingsForm; rows: readonly BufferRow[] }) =>
  rows.length === 0 ? null : (
    <List>
      {rows.map(({ path, name, shown }) => (
        <Row key={path}>
          <span>{shown ?? name}</span>
          <Field>
            <BufferBox form={form} path={path} label={`Buffer for ${name}`} isLabelHidden />
          </Field>
          <Button variant="subtle" mobileWidth="auto" aria-label={`Remove the rule for ${name}`} onClick={() => form.change([path, null])}>
            Remove
          </Button>
        </Row>
      ))}
    </List>
  );
