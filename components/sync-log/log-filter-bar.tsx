'use client';

import styled from 'styled-components';
import { DIRECTIONS, THINGS } from '../../lib/domain/entry-words';
import { Choice, type ChoiceOption } from '../ui/choice';
import { SearchBox } from '../ui/search-box';
import { ENTRY_WORDS } from './entry-words';
import { DAYS_CHOICES, type LogFilters } from './log-filters';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.small};

  > * {
    flex: 1 1 ${({ theme }) => theme.helpers.remCalc(160)};
  }

  > :first-child {
    flex-basis: 100%;
  }
`;

const DIRECTION_OPTIONS: ChoiceOption<LogFilters['direction']>[] = [
  { value: null, content: 'Both directions' },
  ...DIRECTIONS.map((value) => ({ value, content: ENTRY_WORDS.direction[value] })),
];

const THING_OPTIONS: ChoiceOption<LogFilters['thing']>[] = [
  { value: null, content: 'All things' },
  ...THINGS.map((value) => ({ value, content: ENTRY_WORDS.thing[value] })),
];

const DAYS_OPTIONS: ChoiceOption<LogFilters['days']>[] = [
  { value: null, content: 'Any time' },
  ...DAYS_CHOICES.map((value) => ({ value, content: value === 1 ? 'Last 24 hours' : `Last ${value} days` })),
];

interface LogFilterBarProps {
  filters: LogFilters;
  onChange: (change: Partial<LogFilters>) => void;
}

export const LogFilterBar = ({ filters, onChange }: LogFilterBarProps) => (
  <Bar>
    <SearchBox label="Search the sync log" placeholder="Number, name or message" value={filters.search} onSearch={(search) => onChange({ search })} />
    <Choice label="Direction" isLabelHidden options={DIRECTION_OPTIONS} value={filters.direction} onChange={(direction) => onChange({ direction })} />
    <Choice label="Thing" isLabelHidden options={THING_OPTIONS} value={filters.thing} onChange={(thing) => onChange({ thing })} />
    <Choice label="Time" isLabelHidden options={DAYS_OPTIONS} value={filters.days} onChange={(days) => onChange({ days })} />
  </Bar>
);
