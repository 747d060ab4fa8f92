'use client';

import styled from 'styled-components';
import type { ChangeView } from '../../../lib/domain/views/views';
import { countOf } from '../../ui/count-of';
import { Disclosure } from '../../ui/disclosure';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { valueWords } from './row-words';

const Changes = styled.dl`
  margin: ${({ theme }) => theme.spacing.xSmall} 0 0;

  dt {
    color: ${({ theme }) => theme.colors.secondary60};
  }

  dd {
    margin: 0 0 ${({ theme }) => theme.spacing.xSmall};
    overflow-wrap: anywhere;
  }
`;

/** Struck out, unless there is nothing to strike out. */
const Before = styled.span<{ $isEmpty: boolean }>`
  color: ${({ theme }) => theme.colors.secondary60};
  text-decoration: ${({ $isEmpty }) => ($isEmpty ? 'none' : 'line-through')};
`;

/** One by one, what BigCommerce has and what it would have. */
export const FieldChanges = ({ changes, one, many }: { changes: readonly ChangeView[]; one: string; many: string }) =>
  changes.length === 0 ? null : (
    <Disclosure summary={`Show ${countOf(changes.length, one, many)}`}>
      <Changes>
        {changes.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <VisuallyHidden>from </VisuallyHidden>
              <Before $isEmpty={before.trim() === ''}>{valueWords(before)}</Before> <span aria-hidden>→</span>
              <VisuallyHidden> to</VisuallyHidden> {valueWords(after)}
            </dd>
          </div>
        ))}
      </Changes>
    </Disclosure>
  );
