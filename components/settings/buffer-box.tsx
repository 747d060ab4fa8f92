'use client';

import styled from 'styled-components';
import type { StockBuffer } from '../../lib/domain/stock';
import { Choice } from '../ui/choice';
import { FinePrint } from '../ui/fine-print';
import { NumberBox } from './number-box';
import { settingAt, type BufferPath } from './setting-path';
import type { SettingsForm } from './use-settings-form';

const KINDS: { value: StockBuffer['kind']; content: string }[] = [
  { value: 'units', content: 'units' },
  { value: 'percent', content: 'per cent' },
];

const MOST: Record<StockBuffer['kind'], number> = { units: 1_000_000, percent: 100 };

const Frame = styled.div`
  border: 0;
  margin: 0;
  min-width: 0;
  padding: 0;
`;

const Pair = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spacing.xSmall};
  grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  max-width: ${({ theme }) => theme.helpers.remCalc(280)};
`;

const Label = styled.div`
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  margin-bottom: ${({ theme }) => theme.spacing.xxSmall};
`;

const NO_BUFFER: StockBuffer = { kind: 'units', value: 0 };

interface BufferBoxProps {
  form: SettingsForm;
  path: BufferPath;
  label: string;
  /** It stands in a row that names it. */
  isLabelHidden?: boolean;
  description?: string;
}

/** How much is kept back: a number, of units or per cent. */
export const BufferBox = ({ form, path, label, isLabelHidden = false, description }: BufferBoxProps) => {
  const buffer = (settingAt(form.value, path) as StockBuffer | null) ?? NO_BUFFER;
  const change = (kind: StockBuffer['kind'], value: number) => form.change([path, { kind, value: Math.min(value, MOST[kind]) }]);
  return (
    <Frame role="group" aria-label={label}>
      {!isLabelHidden && <Label aria-hidden>{label}</Label>}
      <Pair>
        <NumberBox label={`${label}: how much`} isLabelHidden value={buffer.value} min={0} max={MOST[buffer.kind]} trouble={form.troubleAt(path)} onChange={(value) => change(buffer.kind, value)} />
        <Choice label={`${label}: units or per cent`} isLabelHidden options={KINDS} value={buffer.kind} onChange={(kind) => change(kind, buffer.value)} />
      </Pair>
      {description !== undefined && <FinePrint>{description}</FinePrint>}
    </Frame>
  );
};
