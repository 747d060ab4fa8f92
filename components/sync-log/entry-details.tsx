'use client';

import type { Ref } from 'react';
import styled from 'styled-components';
import type { EntryRow } from '../../lib/domain/views/views';
import { Disclosure } from '../ui/disclosure';
import { ENTRY_WORDS } from './entry-words';

const Facts = styled.dl`
  display: grid;
  gap: 0 ${({ theme }) => theme.spacing.small};
  grid-template-columns: auto 1fr;
  margin: ${({ theme }) => theme.spacing.xSmall} 0;

  dt {
    color: ${({ theme }) => theme.colors.secondary60};
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

const Json = styled.pre`
  background-color: ${({ theme }) => theme.colors.secondary10};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  margin: 0;
  max-height: ${({ theme }) => theme.helpers.remCalc(320)};
  overflow: auto;
  overflow-wrap: anywhere;
  padding: ${({ theme }) => theme.spacing.small};
  white-space: pre-wrap;
`;

/** For whoever helps the merchant: exact times, the reference, and what the other side answered. */
export const EntryDetails = ({ entry, summary }: { entry: EntryRow; summary: Ref<HTMLElement> }) => (
  <Disclosure summary="Technical detail" summaryRef={summary}>
    <Facts>
      <dt>Time</dt>
      <dd>{entry.at}</dd>
      <dt>Set off by</dt>
      <dd>{ENTRY_WORDS.trigger[entry.trigger]}</dd>
      {entry.problem !== null && (
        <>
          <dt>Problem</dt>
          <dd>{entry.problem.code}</dd>
        </>
      )}
      <dt>Reference</dt>
      <dd>{entry.id}</dd>
    </Facts>
    {entry.detail !== null && (
      // It scrolls, so the keyboard must be able to reach it.
      <Json tabIndex={0} role="group" aria-label={`What was exchanged for ${entry.label}`}>
        {JSON.stringify(entry.detail, null, 2)}
      </Json>
    )}
  </Disclosure>
);
