import { describe, expect, it } from 'vitest';
import { HikeProductId } from '../../ids';
import { aProfile, someSettings } from '../../testing/a-shop';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { hikePrices } from './price-fields';

const context = (settings: Record<string, unknown> = {}, pricesIncludeTax = true) => ({ settings: someSettings(settings), profile: aProfile({ pricesIncludeTax }) });
const priced = (...levels: Parameters<typeof anOutletLevel>[0][]) => aHikeProduct({ variants: [aHikeVariant({ levels: levels.map(anOutletLevel) })] });
const teeFor = (...prices: (string | null)[]) =>
  aHikeTee({ variants: prices.map((priceIncTax, index) => aHikeVariant({ id: 901 + index, values: [String(index)], levels: [anOutletLevel({ priceIncTax })] })) });

describe('hikePrices', () => {
  it.each([
    ['with tax', true, '22'],
    ['without tax', false, '20'],
  ])('are %s as the store enters prices', (_, pricesIncludeTax, base) => {
    expect(hikePrices(aHikeProduct(), context({}, pricesIncludeTax))).toMatchObject({ base, isUniform: true });
  });

  it.each([
    ['the chosen outlet', priced({ outletId: 7, priceIncTax: '30' }, { priceIncTax: '25' }), '25'],
    ['the first with a price where the chosen one has none', priced({ priceIncTax: null }, { outletId: 7, priceIncTax: '0' }, { outletId: 8, priceIncTax: '30' }), '30'],
  ])('are of %s', (_, product, base) => {
    expect(hikePrices(product, context())).toMatchObject({ base });
  });

  it.each([
    ['no level', priced()],
    ['no price', priced({ priceIncTax: null })],
    ['a price of zero, which stands for one typed in at the till', priced({ priceIncTax: '0.00' })],
    ['a negative price', priced({ priceIncTax: '-5' })],
  ])('are none of a product with %s', (_, product) => {
    expect(hikePrices(product, context())).toMatchObject({ base: null, isUniform: false, byVariant: new Map([[HikeProductId.parse(812), null]]) });
  });

  it.each([
    ['price', 'price'],
    ['sale_price', 'salePrice'],
    ['retail_price', 'retailPrice'],
  ])('belong in %s where that is set', (salePrice, field) => {
    expect(hikePrices(aHikeProduct(), context({ salePrice }))).toMatchObject({ field });
  });

  it('belong nowhere while the sale price is not set', () => {
    expect(hikePrices(aHikeProduct(), context({ salePrice: null }))).toMatchObject({ code: 'settings-missing' });
  });

  it('are one price in whatever spelling, else the lowest and each variant’s own', () => {
    expect(hikePrices(teeFor('22', '22.0000'), context())).toMatchObject({ base: '22', isUniform: true });
    expect(hikePrices(teeFor('25', '22.5', '100'), context())).toMatchObject({ base: '22.5', isUniform: false });
    expect(hikePrices(teeFor('22', null), context())).toMatchObject({ base: '22', isUniform: false });
  });

  it('keep the four decimals that BigCommerce keeps', () => {
    expect(hikePrices(priced({ priceIncTax: '8.68695652' }), context())).toMatchObject({ base: '8.687' });
  });
});
