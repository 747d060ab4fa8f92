import { Instant } from '../instant';
import { Settings } from '../settings';
import { HikeLists, StoreProfile } from '../shop-lists';
import { anAddress } from './an-order';
import { AUD } from './amounts';

export const NO_TAX = 1;
export const GST = 2;
export const CASH = 8;
export const WEB = 9;
export const VOUCHER = 10;

/** A shop in Sydney: one outlet, one register, "No Tax" and 10 % GST. */
export const someLists = (change: Partial<HikeLists> = {}): HikeLists =>
  HikeLists.parse({
    readAt: Instant.parse('2026-01-15T00:00:00.000Z'),
    outlets: [{ id: 1, name: 'Main', isActive: true }],
    registers: [{ id: 5, name: 'Online', outletId: 1, isActive: true }],
    paymentTypes: [
      { id: CASH, name: 'Cash', kind: 1, isActive: true },
      { id: WEB, name: 'BigCommerce', kind: 33, isActive: true },
      { id: VOUCHER, name: 'Voucher', kind: 4, isActive: true },
    ],
    taxes: [
      { id: NO_TAX, name: 'No Tax', rate: '0', isActive: true },
      { id: GST, name: 'GST', rate: '10', isActive: true },
    ],
    currency: AUD,
    taxInclusive: true,
    ...change,
  });

export const aProfile = (change: Partial<StoreProfile> = {}): StoreProfile =>
  StoreProfile.parse({
    readAt: Instant.parse('2026-01-15T00:00:00.000Z'),
    name: 'Tote & Co',
    currency: AUD,
    timeZone: 'Australia/Sydney',
    pricesIncludeTax: true,
    controlPanelUrl: 'https://store-abc123.mybigcommerce.com',
    address: anAddress({ firstName: '', lastName: '', company: 'Tote & Co', street1: '5 Pitt St', email: 'owner@example.com' }),
    taxClasses: [{ id: 2, name: 'Shipping' }],
    locations: [{ id: 1, name: 'Default location', isDefault: true, isEnabled: true }],
    statusLabels: { '9': 'Packing' },
    ...change,
  });

/** Everything required is set; the web's payments go to "BigCommerce". */
export const someSettings = (change: Record<string, unknown> = {}): Settings =>
  Settings.parse({
    outletId: 1,
    registerId: 5,
    payments: { fallback: WEB, byMethod: {} },
    salePrice: 'price',
    taxes: { byClass: { '0': GST, '2': GST }, shipping: GST },
    startDate: '2026-01-01T00:00:00.000Z',
    ...change,
  });
