'use client';

import styled from 'styled-components';
import type { EntryRow } from '../../lib/domain/views/views';
import { OutsideLink } from '../ui/outside-link';

const Sides = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  line-height: ${({ theme }) => theme.lineHeight.small};
  margin: 0;

  > span {
    display: block;
  }

  /* Its number is not torn off where the columns are wide enough. */
  @media (min-width: ${({ theme }) => theme.helpers.remCalc(900)}) {
    white-space: nowrap;
  }

  /* BigDesign's link brings a size of its own. */
  && a {
    font-size: inherit;
  }
`;

/** What the record is called on either side. Hike has no addresses of single sales to link to. */
export const EntrySides = ({ bigcommerce, hike }: Pick<EntryRow, 'bigcommerce' | 'hike'>) =>
  bigcommerce === null && hike === null ? null : (
    <Sides>
      {bigcommerce !== null && <span>BigCommerce {bigcommerce.url === null ? bigcommerce.id : <OutsideLink href={bigcommerce.url}>{bigcommerce.id}</OutsideLink>}</span>}
      {hike !== null && <span>Hike {hike.id}</span>}
    </Sides>
  );
