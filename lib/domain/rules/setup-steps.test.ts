import { describe, expect, it } from 'vitest';
import { TaxClassId } from '../ids';
import { DEFAULT_SETTINGS } from '../settings';
import { aProfile, GST, someSettings } from '../testing/a-shop';
import { isReady, missingSettings, setupSteps } from './setup-steps';
import { taxClassesToMap } from './tax-classes-to-map';

const steps = (change = {}, context = {}) => setupSteps(someSettings(change), { connection: 'connected', profile: aProfile(), ...context });

describe('setupSteps', () => {
  it('lists everything that is missing at the beginning', () => {
    expect(setupSteps(DEFAULT_SETTINGS, { connection: 'not-connected', profile: aProfile() })).toEqual([
      { key: 'connect', done: false, missing: 'Connection to Hike not set.' },
      { key: 'outlet', done: false, missing: 'Outlet, register not set.' },
      { key: 'payments', done: false, missing: 'Invoice payment not set.' },
      { key: 'salePrice', done: false, missing: 'Sale price not set.' },
      { key: 'taxes', done: false, missing: 'Tax for “Default Tax Class”, tax for “Shipping”, tax for the shipping cost not set.' },
    ]);
  });

  it('is ready when everything is set', () => {
    expect(isReady(steps())).toBe(true);
    expect(steps().every(({ missing }) => missing === null)).toBe(true);
  });

  it('needs no new set-up while the connection only has to be renewed', () => {
    expect(isReady(steps({}, { connection: 'reconnect' }))).toBe(true);
  });

  it.each([
    ['the register', { registerId: null }, 'outlet'],
    ['a default payment type', { payments: { fallback: null, byMethod: { PayPal: 9 } } }, 'payments'],
    ['a sale price', { salePrice: null }, 'salePrice'],
    ['a tax class', { taxes: { byClass: { '0': GST }, shipping: GST } }, 'taxes'],
    ['the class that BigCommerce does not list', { taxes: { byClass: { '2': GST }, shipping: GST } }, 'taxes'],
    ['the tax of shipping', { taxes: { byClass: { '0': GST, '2': GST }, shipping: null } }, 'taxes'],
  ])('is not ready without %s', (_, change, key) => {
    expect(steps(change).filter(({ done }) => !done).map((step) => step.key)).toEqual([key]);
    expect(isReady(steps(change))).toBe(false);
  });

  it('names no connection among the settings that are missing', () => {
    expect(missingSettings(DEFAULT_SETTINGS, aProfile()).join()).not.toContain('onnection');
    expect(missingSettings(someSettings(), aProfile())).toEqual([]);
  });

  it('asks for the default class before BigCommerce has told its classes', () => {
    expect(missingSettings(someSettings({ taxes: { byClass: {}, shipping: GST } }), null)).toEqual(['tax for “Default Tax Class”']);
  });
});

describe('taxClassesToMap', () => {
  it('does not add the default class where the store names it', () => {
    const named = { id: TaxClassId.parse(0), name: 'GST goods' };
    expect(taxClassesToMap({ taxClasses: [named] })).toEqual([named]);
  });
});
