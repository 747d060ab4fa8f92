import { describe, expect, it } from 'vitest';
import type { Address } from '../../order';
import { anAddress } from '../../testing/an-order';
import { addressToSend } from './address-to-send';

describe('an address for BigCommerce', () => {
  it.each<[string, string, string]>([
    ['AU', 'NSW', 'New South Wales'],
    ['AU', 'n.s.w.', 'New South Wales'],
    ['AU', ' tasmania ', 'Tasmania'],
    ['AU', 'WA', 'Western Australia'],
    ['US', 'wa', 'Washington'],
    ['US', 'DC', 'District of Columbia'],
    ['CA', 'Québec', 'Quebec'],
    ['CA', 'NT', 'Northwest Territories'],
    ['NZ', 'Hawke’s Bay', "Hawke's Bay"],
    ['NZ', 'WGN', 'Wellington'],
    ['GB', 'Kent', 'Kent'],
    ['', 'VIC', 'Victoria'],
    ['NZ', ' ', ''],
    ['GB', '', ''],
  ])('of %j with the state %j has %j', (countryCode, state, name) => {
    expect(addressToSend(anAddress({ countryCode, state }))).toMatchObject({ kind: 'send', address: { state: name } });
  });

  it.each<[string, Partial<Address>, RegExp]>([
    ['a state that nobody knows', { state: 'Atlantis' }, /no state “Atlantis”/],
    ['a state of another country', { countryCode: 'NZ', state: 'NSW' }, /no state “NSW”/],
    ['no state where there are some', { state: '' }, /it has no state/],
    ['no state in Canada', { countryCode: 'CA', state: ' ' }, /it has no state/],
    ['no postcode and no street', { postcode: '', street1: ' ' }, /no street, no postcode/],
    ['a country that is not known', { countryCode: '', country: 'Utopia' }, /no country/],
  ])('is left out with %s, and says why', (_, change, reason) => {
    expect(addressToSend(anAddress(change))).toEqual({ kind: 'left-out', reason: expect.stringMatching(reason) });
  });

  it.each([
    ['Australia', 'VIC', 'AU'],
    [' new zealand ', 'WGN', 'NZ'],
    ['Canada', 'QC', 'CA'],
    ['United States', 'WA', 'US'],
    ['United States of America', 'WA', 'US'],
    ['USA', 'WA', 'US'],
    ['United Kingdom', '', 'GB'],
  ])('in “%s” without a code has the code of that country', (country, state, countryCode) => {
    expect(addressToSend(anAddress({ countryCode: ' ', country, state }))).toMatchObject({ kind: 'send', address: { countryCode } });
  });

  it('is sent without the blanks around it', () => {
    const told = anAddress({ street1: ' 1 George St', city: 'Sydney ', postcode: ' 2000 ', countryCode: ' au ', state: ' NSW ' });
    expect(addressToSend(told)).toMatchObject({ address: { street1: '1 George St', city: 'Sydney', postcode: '2000', countryCode: 'AU', state: 'New South Wales' } });
    expect(addressToSend(anAddress({ state: ' Atlantis ' }))).toMatchObject({ reason: expect.stringContaining('“Atlantis”') as string });
    expect(addressToSend(anAddress({ countryCode: 'CA', state: ' ' }))).toMatchObject({ kind: 'left-out' });
    expect(addressToSend(anAddress({ countryCode: 'GB', state: ' Kent ' }))).toMatchObject({ address: { state: 'Kent' } });
    expect(addressToSend(anAddress({ street1: ' ', city: ' ', postcode: ' ' }))).toEqual({ kind: 'none' });
  });

  it('is none where Hike has none', () => {
    expect(addressToSend(null)).toEqual({ kind: 'none' });
    expect(addressToSend(anAddress({ street1: '', city: '', postcode: '' }))).toEqual({ kind: 'none' });
  });
});
