'use client';

import { Radio } from '@bigcommerce/big-design';
import { useId, useState } from 'react';
import styled from 'styled-components';
import type { CustomerRow } from '../../lib/domain/views/product-views';
import { BelowChoice } from '../ui/below-choice';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { OutsideLink } from '../ui/outside-link';

const Group = styled.fieldset`
  border: 0;
  display: grid;
  gap: ${({ theme }) => theme.spacing.small};
  margin: 0;
  min-width: 0;
  padding: 0;
`;

const Legend = styled.legend`
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  margin-bottom: ${({ theme }) => theme.spacing.xSmall};
  padding: 0;
`;

interface ChooseDialogProps {
  row: CustomerRow;
  isBusy: boolean;
  /** `null`: none of them, and never sent. */
  onChoose: (customerId: number | null) => void;
  onCancel: () => void;
}

/** Which of several customers with the same e-mail it is; asked once. */
export const ChooseDialog = ({ row, isBusy, onChoose, onCancel }: ChooseDialogProps) => {
  const name = useId();
  const [chosen, setChosen] = useState<number | 'none' | null>(null);
  return (
    <ConfirmDialog
      title={`Which customer is ${row.name}?`}
      confirm="Keep this choice"
      isBusy={isBusy}
      isIncomplete={chosen === null}
      onConfirm={() => chosen !== null && onChoose(chosen === 'none' ? null : chosen)}
      onCancel={onCancel}
    >
      <p>These customers in BigCommerce have the e-mail {row.email}.</p>
      <Group>
        <Legend>Customer in BigCommerce</Legend>
        {row.candidates.map(({ id, label, url }) => (
          <div key={id}>
            <Radio name={name} value={id} label={label} checked={chosen === id} onChange={() => setChosen(id)} />
            {url !== null && (
              <BelowChoice>
                <OutsideLink href={url}>Look at {label} in BigCommerce</OutsideLink>
              </BelowChoice>
            )}
          </div>
        ))}
        <Radio name={name} value="none" label="None of them" description="Then this customer is never sent." checked={chosen === 'none'} onChange={() => setChosen('none')} />
      </Group>
    </ConfirmDialog>
  );
};
