'use client';

import { Button, Text } from '@bigcommerce/big-design';
import { useState } from 'react';
import styled from 'styled-components';
import type { ProductsView } from '../../lib/domain/views/product-views';
import { useView } from '../shell/session/use-view';
import { SearchBox } from '../ui/search-box';
import { BufferRows } from './buffer-rows';
import { FieldGroup } from './field-group';
import type { SettingsForm } from './use-settings-form';

/** Enough to choose from; a longer list asks for more letters. */
const SHOWN = 8;

const FIRST = { kind: 'units', value: 1 } as const;

const Found = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`;

type Named = ReadonlyMap<string, string>;

/** A small search among linked products; what is picked becomes a row above. */
const AddProduct = ({ taken, onPick }: { taken: readonly string[]; onPick: (id: number, name: string) => void }) => {
  const [search, setSearch] = useState('');
  const { data, error } = useView<ProductsView>(search === '' ? null : `products?${new URLSearchParams({ tab: 'linked', search }).toString()}`);
  const products = (data?.rows ?? []).flatMap(({ hike }) => hike ?? []).filter(({ id }) => !taken.includes(String(id)));
  const pick = (id: number, name: string) => {
    setSearch('');
    onPick(id, name);
  };
  return (
    <>
      <SearchBox label="Search linked products for a rule of their own" placeholder="Name, SKU or barcode" value={search} onSearch={setSearch} />
      <div role="status">
        {error && <Text marginBottom="none">{error.message}</Text>}
        {data !== undefined && products.length === 0 && <Text marginBottom="none">No other linked product matches “{search}”.</Text>}
        {products.length > SHOWN && <Text marginBottom="none">More match than are shown; search for more letters.</Text>}
      </div>
      {products.length > 0 && (
        <Found>
          {products.slice(0, SHOWN).map(({ id, name }) => (
            <li key={id}>
              <Button variant="subtle" mobileWidth="auto" onClick={() => pick(id, name)}>
                Add {name}
              </Button>
            </li>
          ))}
        </Found>
      )}
    </>
  );
};

/** What is kept back of single products. */
export const ProductBuffers = ({ form }: { form: SettingsForm }) => {
  const ids = Object.keys(form.value.stock.bufferByProduct);
  /** Those picked here; the settings themselves know numbers alone. */
  const [picked, setPicked] = useState<Named>(new Map());
  const nameOf = (id: string) => picked.get(id) ?? form.view.hike.bufferedProducts.find((product) => String(product.id) === id)?.name ?? `Product ${id} in Hike`;
  return (
    <FieldGroup legend="Buffer by product" effect="In place of any other rule, for all its variants.">
      <BufferRows form={form} rows={ids.map((id) => ({ path: `stock.bufferByProduct.${id}`, name: nameOf(id) }))} />
      <AddProduct
        taken={ids}
        onPick={(id, name) => {
          setPicked(new Map([...picked, [String(id), name]]));
          form.change([`stock.bufferByProduct.${id}`, FIRST]);
        }}
      />
    </FieldGroup>
  );
};
