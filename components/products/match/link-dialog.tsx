'use client';

import { Text } from '@bigcommerce/big-design';
import { useState } from 'react';
import type { ProductRow, ProductsView } from '../../../lib/domain/views/product-views';
import { useView } from '../../shell/session/use-view';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { SearchBox } from '../../ui/search-box';
import { addressFromMatchQuery } from './match-query';
import { ProductRadios } from './product-radios';
import { nameOf } from './match-verbs';
import { skusWords } from './row-words';

interface LinkDialogProps {
  row: ProductRow;
  isBusy: boolean;
  onLink: (productId: number) => void;
  onCancel: () => void;
}

/** Candidates first, then any product that is in BigCommerce alone; nothing is chosen beforehand. */
export const LinkDialog = ({ row, isBusy, onLink, onCancel }: LinkDialogProps) => {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const { data: found, error } = useView<ProductsView>(search === '' ? null : `products${addressFromMatchQuery({ tab: 'only-bigcommerce', search, offset: 0 })}`);
  const rows = found?.rows.flatMap(({ bigcommerce }) => bigcommerce ?? []) ?? [];
  const candidates = row.candidates.filter(({ id }) => !rows.some((one) => one.id === id));
  return (
    <ConfirmDialog
      title={`Link “${nameOf(row)}”`}
      confirm="Link"
      isBusy={isBusy}
      isIncomplete={chosen === null}
      onConfirm={() => chosen !== null && onLink(chosen)}
      onCancel={onCancel}
    >
      <p>Which product in BigCommerce is this one? Its SKU in Hike: {skusWords(row.hike?.skus ?? [])}. The choice is kept, and changes in Hike follow from then on.</p>
      {candidates.length > 0 && <ProductRadios legend="It could be" products={candidates} chosen={chosen} onChoose={setChosen} />}
      <SearchBox label="Search products that are only in BigCommerce" placeholder="Name, SKU or barcode" value={search} onSearch={setSearch} />
      <div role="status">
        {error && <Text>{error.message}</Text>}
        {search !== '' && found === undefined && !error && <Text color="secondary60">Searching…</Text>}
        {found !== undefined && rows.length === 0 && <Text color="secondary60">No product that is only in BigCommerce matches “{search}”.</Text>}
      </div>
      {rows.length > 0 && <ProductRadios legend={`Found for “${search}”`} products={rows} chosen={chosen} onChoose={setChosen} />}
    </ConfirmDialog>
  );
};
