import { describe, expect, it } from 'vitest';
import { Currency } from '../money';
import { DEFAULT_SETTINGS } from '../settings';
import { aProfile, CASH, GST, someLists, someSettings, WEB } from '../testing/a-shop';
import { goneTargets } from './gone-targets';
import { settingsWarnings } from './settings-warnings';

const gone = (settings: Record<string, unknown>, lists = {}) => goneTargets(someSettings(settings), someLists(lists), aProfile());

describe('goneTargets', () => {
  it('has nothing to say while all is there, or nothing is set', () => {
    expect(gone({})).toEqual([]);
    expect(goneTargets(DEFAULT_SETTINGS, someLists({ outlets: [], registers: [], taxes: [], paymentTypes: [] }), null)).toEqual([]);
  });

  it.each([
    ['the outlet', {}, { outlets: [] }, 'outletId', 'The outlet is no longer in Hike: imports wait until you choose another.'],
    ['the register', {}, { registers: [] }, 'registerId', 'The register is no longer in Hike: imports wait until you choose another.'],
    ['a register of another outlet', { outletId: 1, registerId: 6 }, { registers: [{ id: 6, name: 'Annex', outletId: 2, isActive: true }] }, 'registerId', 'The register is not at the outlet chosen: imports wait until you choose another.'],
    [
      'a payment type',
      { payments: { fallback: WEB, byMethod: { PayPal: 77 } } },
      {},
      'payments.byMethod.PayPal',
      'The payment type for “PayPal” is no longer in Hike: orders paid with “PayPal” wait until you choose another.',
    ],
    [
      'the default payment type',
      { payments: { fallback: 77, byMethod: { PayPal: CASH } } },
      {},
      'payments.fallback',
      'The default payment type is no longer in Hike: orders whose payment method is not mapped wait until you choose another.',
    ],
    [
      'the tax of a class',
      { taxes: { byClass: { '0': GST, '2': 77 }, shipping: GST } },
      {},
      'taxes.byClass.2',
      'The tax for “Shipping” is no longer in Hike: orders with products of “Shipping” wait until you choose another.',
    ],
    [
      'an outlet of a location',
      { stock: { ...DEFAULT_SETTINGS.stock, outletsByLocation: { '1': [77] } } },
      {},
      'stock.outletsByLocation.1',
      'An outlet of “Default location” is no longer in Hike: the stock of “Default location” waits until you choose another.',
    ],
    ['the tax of shipping', { taxes: { byClass: { '0': GST }, shipping: 77 } }, {}, 'taxes.shipping', 'The tax for shipping is no longer in Hike: orders with shipping wait until you choose another.'],
  ])('names %s, and only what it stops', (_, settings, lists, path, sentence) => {
    expect(gone(settings, lists)).toEqual([{ path, sentence }]);
  });

  it('counts what was switched off as gone', () => {
    const paymentTypes = someLists().paymentTypes.map((type) => ({ ...type, isActive: type.id !== WEB }));
    expect(gone({}, { paymentTypes }).map(({ path }) => path)).toEqual(['payments.fallback']);
  });

  it('names a class that the store no longer has by its number', () => {
    expect(gone({ taxes: { byClass: { '0': GST, '9': 77 }, shipping: GST } })[0]?.sentence).toContain('“class 9”');
  });
});

describe('settingsWarnings', () => {
  it.each([
    ['nothing is known of Hike yet', null],
    ['Hike has told neither currency nor tax mode', someLists({ currency: null, taxInclusive: null })],
    ['both sides agree', someLists()],
  ])('is silent when %s', (_, lists) => {
    expect(settingsWarnings(aProfile(), lists)).toEqual([]);
  });

  it('warns of two currencies', () => {
    expect(settingsWarnings(aProfile(), someLists({ currency: Currency.parse('NZD') }))).toEqual(['The store sells in AUD, but Hike works in NZD: orders and sales cannot be exchanged.']);
  });

  it.each([
    [true, 'Prices are entered with tax in BigCommerce, but without tax in Hike.'],
    [false, 'Prices are entered without tax in BigCommerce, but with tax in Hike.'],
  ])('warns when prices include tax on one side only', (pricesIncludeTax, sentence) => {
    expect(settingsWarnings(aProfile({ pricesIncludeTax }), someLists({ taxInclusive: !pricesIncludeTax }))[0]).toContain(sentence);
  });
});
