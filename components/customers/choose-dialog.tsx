'use client';

import { Radio } from '@bigcommerce/big-design';
import { useId, useState } from 'react';
import styled from 'styled-components';
import type { CustomerRow } from '../../lib/domain/views/product-views';
import { BelowChoice } from '../ui/below-choice';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { OutsideLink } from '../ui/outside-link';
import type { CustomerChoice } from './customer-words';

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
  onChoose: (choice: CustomerChoice) => void;
  onCancel: () => void;
}

/** Which of several customers with the same e-mail it is, or which of Hike's BigCommerce gets; asked once. */
export const ChooseDialog = ({ row, isBusy, onChoose, onCancel }: ChooseDialogProps) => {
  const name = useId();
  const [chosen, setChosen] = useState<number | 'create' | 'none' | null>(null);
  const isNew = row.candidates.length === 0;
  return (
    <ConfirmDialog
      title={isNew ? `Send ${row.name} to BigCommerce?` : `Which customer is ${row.name}?`}
      confirm="Keep this choice"
      isBusy={isBusy}
      isIncomplete={chosen === null}
      onConfirm={() => chosen !== null && onChoose(chosen === 'none' ? null : chosen)}
      onCancel={onCancel}
    >
      {isNew ? (
        <p>Several customers in Hike have the e-mail {row.email}, and BigCommerce takes an e-mail once. Nobody has it there yet.</p>
      ) : (
        <p>These customers in BigCommerce have the e-mail {row.email}.</p>
      )}
      <Group>
        <Legend>{isNew ? 'Which of them is sent' : 'Customer in BigCommerce'}</Legend>
        {isNew && (
          <Radio
            name={name}
            value="create"
            label="Send this one"
            description="It is created in BigCommerce. The others are remembered as not sent, until they have an e-mail of their own in Hike."
            checked={chosen === 'create'}
            onChange={() => setChosen('create')}
          />
        )}
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
        <Radio name={name} value="none" label={isNew ? 'Not this one' : 'None of them'} description="Then this customer is never sent." checked={chosen === 'none'} onChange={() => setChosen('none')} />
      </Group>
    </ConfirmDialog>
  );
};
