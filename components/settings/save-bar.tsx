'use client';

import { Button } from '@bigcommerce/big-design';
import { CheckCircleIcon } from '@bigcommerce/big-design-icons';
import styled from 'styled-components';
import { Actions } from '../ui/actions';
import type { SettingsForm } from './use-settings-form';

const Bar = styled.div`
  ${({ theme }) => theme.shadow.floating};
  align-items: center;
  background-color: ${({ theme }) => theme.colors.white};
  bottom: ${({ theme }) => theme.spacing.small};
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.small};
  justify-content: space-between;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  padding: ${({ theme }) => `${theme.spacing.small} ${theme.spacing.medium}`};
  position: sticky;
  z-index: ${({ theme }) => theme.zIndex.sticky};
`;

const Done = styled.span`
  align-items: center;
  display: flex;
  gap: ${({ theme }) => theme.spacing.xSmall};
`;

/** Always within reach while there is something to save, and out of the way otherwise. */
export const SaveBar = ({ form }: { form: SettingsForm }) => {
  if (form.changes === 0) {
    if (!form.wasSaved) return null;
    return (
      <Bar aria-hidden>
        <Done>
          <CheckCircleIcon color="success" /> Saved
        </Done>
      </Bar>
    );
  }
  return (
    <Bar role="region" aria-label="Unsaved changes">
      <strong>{form.changes === 1 ? '1 unsaved change' : `${form.changes} unsaved changes`}</strong>
      <Actions>
        <Button variant="subtle" mobileWidth="auto" disabled={form.isSaving} onClick={form.discard}>
          Discard
        </Button>
        <Button mobileWidth="auto" isLoading={form.isSaving} onClick={form.save}>
          Save
        </Button>
      </Actions>
    </Bar>
  );
};
