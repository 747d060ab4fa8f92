'use client';

import { Section } from '../ui/section';
import { BufferBox } from './buffer-box';
import { NumberBox } from './number-box';
import { OutletsByLocation } from './outlets-by-location';
import { ProductBuffers } from './product-buffers';
import { Stack } from './stack';
import { TypeBuffers } from './type-buffers';
import type { SettingsForm } from './use-settings-form';

export const StockSection = ({ form }: { form: SettingsForm }) => (
  <Section
    id="stock"
    title="Stock"
    description="What BigCommerce shows: what is available in the chosen outlets, less units in online orders that Hike has not heard of yet, less the buffer that you keep back. Never below zero."
  >
    <Stack>
      <OutletsByLocation form={form} />
      <BufferBox form={form} path="stock.buffer" label="Buffer for every product" description="Kept back, so that the last ones on the shelf are not sold twice. The most particular rule holds: product, then product type, then this." />
      <TypeBuffers form={form} />
      <ProductBuffers form={form} />
      <NumberBox
        label="Ask me when more products than this fall to zero at once"
        description="A broken import in Hike looks like this. BigCommerce keeps what it has until you approve under Products, Stock."
        value={form.value.stock.zeroGuard}
        min={1}
        max={100_000}
        trouble={form.troubleAt('stock.zeroGuard')}
        onChange={(value) => form.change(['stock.zeroGuard', value])}
      />
    </Stack>
  </Section>
);
