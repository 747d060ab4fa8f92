'use client';

import { Choice } from '../ui/choice';
import { BufferRows } from './buffer-rows';
import { FieldGroup } from './field-group';
import type { SettingsForm } from './use-settings-form';

/** Where a rule begins: one unit says what the row is for. */
const FIRST = { kind: 'units', value: 1 } as const;

/** What is kept back of a product type. */
export const TypeBuffers = ({ form }: { form: SettingsForm }) => {
  const { productTypes } = form.view.hike;
  const ids = Object.keys(form.value.stock.bufferByType);
  const nameOf = (id: string) => productTypes.find((type) => String(type.id) === id)?.name ?? `Product type ${id}`;
  const free = productTypes.filter(({ id }) => !ids.includes(String(id)));
  return (
    <FieldGroup legend="Buffer by product type" effect={productTypes.length === 0 ? 'Hike’s product types show here once products were read.' : 'In place of the rule for every product.'}>
      <BufferRows form={form} rows={ids.map((id) => ({ path: `stock.bufferByType.${id}`, name: nameOf(id) }))} />
      {free.length > 0 && (
        <Choice<number | null>
          label="Add a product type"
          options={free.map(({ id, name }) => ({ value: id, content: name }))}
          value={null}
          placeholder="Choose a product type"
          onChange={(id) => id !== null && form.change([`stock.bufferByType.${id}`, FIRST])}
        />
      )}
    </FieldGroup>
  );
};
