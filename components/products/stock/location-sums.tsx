'use client';

import { Badge } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { StockRow } from '../../../lib/domain/views/product-views';
import { FinePrint } from '../../ui/fine-print';
import { heldWords } from './stock-words';

const List = styled.ul`
  display: grid;
  gap: ${({ theme }) => theme.spacing.xSmall};
  list-style: none;
  margin: 0;
  padding: 0;
`;

/** In one piece: the result alone on the next line is taken for something else. */
const Sum = styled.span`
  display: inline-block;
  font-variant-numeric: tabular-nums;
`;

/** Per location, how the published count comes about, and what BigCommerce holds. */
export const LocationSums = ({ row: { isLinked, locations } }: { row: StockRow }) => {
  if (locations.length === 0) return <FinePrint>{isLinked ? 'No location shows its stock' : 'Published once it is linked'}</FinePrint>;
  return (
    <List>
      {locations.map((location) => (
        <li key={location.id}>
          <strong>{location.name}</strong> <Sum>{location.sum}</Sum> {location.isHeld && <Badge label="Waits for you" variant="danger" />}
          <FinePrint>{heldWords(location)}</FinePrint>
        </li>
      ))}
    </List>
  );
};
