import type { HikeProductId } from '../../ids';
import type { Settings } from '../../settings';
import type { StockBuffer } from '../../stock';

type Buffers = Pick<Settings['stock'], 'buffer' | 'bufferByType' | 'bufferByProduct'>;

export interface BufferedProduct {
  /** From the particular to the general: the variant's id, then its product's. */
  ids: readonly HikeProductId[];
  types: readonly { id: number }[];
}

/** What is kept back of a product: its own buffer, else that of the first of its types that has one, else the store's. */
export const bufferForProduct = ({ ids, types }: BufferedProduct, { buffer, bufferByType, bufferByProduct }: Buffers): StockBuffer =>
  ids.map((id) => bufferByProduct[String(id)]).find(Boolean) ?? types.map(({ id }) => bufferByType[String(id)]).find(Boolean) ?? buffer;
