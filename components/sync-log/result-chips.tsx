'use client';

import styled from 'styled-components';
import type { Result } from '../../lib/domain/entry';
import { RESULTS } from '../../lib/domain/entry-words';
import { RESULT_LABELS } from '../../lib/domain/views/result-labels';

const Chips = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.xSmall};
  margin-bottom: ${({ theme }) => theme.spacing.medium};
`;

const Chip = styled.button`
  background-color: ${({ theme }) => theme.colors.white};
  border: ${({ theme }) => theme.border.box};
  border-radius: ${({ theme }) => theme.spacing.medium};
  color: ${({ theme }) => theme.colors.secondary70};
  cursor: pointer;
  font: inherit;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  padding: ${({ theme }) => `${theme.spacing.xxSmall} ${theme.spacing.small}`};

  &:hover {
    background-color: ${({ theme }) => theme.colors.primary10};
  }

  &:focus-visible {
    outline: ${({ theme }) => theme.helpers.remCalc(2)} solid ${({ theme }) => theme.colors.primary};
    outline-offset: ${({ theme }) => theme.helpers.remCalc(2)};
  }

  &[aria-pressed='true'] {
    background-color: ${({ theme }) => theme.colors.primary10};
    border-color: ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.primary70};
    font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  }
`;

/** What waits for a person comes first. */
const IN_ORDER: readonly Result[] = ['needs-you', ...RESULTS.filter((result) => result !== 'needs-you')];

interface ResultChipsProps {
  counts: Record<Result, number> | null;
  chosen: readonly Result[];
  onChoose: (results: readonly Result[]) => void;
}

/** One press adds a result, another takes it away; results that never happened would only take room. */
export const ResultChips = ({ counts, chosen, onChoose }: ResultChipsProps) => {
  const toggle = (result: Result) => onChoose(chosen.includes(result) ? chosen.filter((one) => one !== result) : [...chosen, result]);
  const total = counts === null ? null : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Chips role="group" aria-label="Result">
      <Chip type="button" aria-pressed={chosen.length === 0} onClick={() => onChoose([])}>
        All {total}
      </Chip>
      {IN_ORDER.filter((result) => chosen.includes(result) || (counts?.[result] ?? 0) > 0).map((result) => (
        <Chip key={result} type="button" aria-pressed={chosen.includes(result)} onClick={() => toggle(result)}>
          {RESULT_LABELS[result]} {counts?.[result]}
        </Chip>
      ))}
    </Chips>
  );
};
