import { describe, expect, it } from 'vitest';
import type { HikeProductId } from '../../ids';
import type { StockBuffer } from '../../stock';
import { bufferForProduct } from './buffer-for-product';

const units = (value: number): StockBuffer => ({ kind: 'units', value });
const product = { ids: [901, 900] as HikeProductId[], types: [{ id: 3 }, { id: 4 }] };

describe('the buffer of a product', () => {
  it.each<[string, Record<string, StockBuffer>, Record<string, StockBuffer>, number]>([
    ['is the store’s', {}, {}, 1],
    ['is its type’s before the store’s', { '4': units(4) }, {}, 4],
    ['is its first type’s', { '3': units(3), '4': units(4) }, {}, 3],
    ['is its own before its type’s', { '3': units(3) }, { '900': units(9) }, 9],
    ['is its variant’s before its own', {}, { '900': units(9), '901': units(8) }, 8],
    ['may be none', { '3': units(3) }, { '900': units(0) }, 0],
  ])('%s', (_, bufferByType, bufferByProduct, value) => {
    expect(bufferForProduct(product, { buffer: units(1), bufferByType, bufferByProduct })).toEqual(units(value));
  });
});
