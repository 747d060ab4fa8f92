import { z } from 'zod';
import { type Location, StoreProfile } from '../../domain/shop-lists';
import { Currency } from '../../domain/money';
import type { Instant } from '../../domain/instant';
import { translated } from '../http/translated';
import { textOrEmpty } from '../http/wire-values';
import { listOf } from './wire-values';

const whole = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

/** `GET /v2/store`. It knows no postcode, and the address is one line for display. */
export const storeWire = z.object({
  name: textOrEmpty,
  currency: z.string().trim().toUpperCase().pipe(Currency),
  timezone: z.object({ name: z.string().min(1) }),
  is_price_entered_with_tax: z.boolean(),
  control_panel_base_url: z.url(),
  address: textOrEmpty,
  country: textOrEmpty,
  country_code: textOrEmpty,
  phone: textOrEmpty,
});

/** The id is text in the contract. */
export const taxClassesWire = listOf(z.object({ id: whole, name: textOrEmpty }));

export const statusesWire = listOf(z.object({ id: whole, name: textOrEmpty, custom_label: textOrEmpty }));

interface ProfileParts {
  readAt: Instant;
  store: z.output<typeof storeWire>;
  taxClasses: z.output<typeof taxClassesWire>;
  statuses: z.output<typeof statusesWire>;
  locations: Location[];
}

/** Class 0 is every product's until another is chosen (reference: bigcommerce 7.1), and not everywhere in the list. */
const STANDARD = { id: 0, name: 'Default Tax Class' };

const profileOf = ({ readAt, store, taxClasses, statuses, locations }: ProfileParts): StoreProfile =>
  StoreProfile.parse({
    readAt,
    name: store.name,
    currency: store.currency,
    timeZone: store.timezone.name,
    pricesIncludeTax: store.is_price_entered_with_tax,
    controlPanelUrl: store.control_panel_base_url,
    address: {
      firstName: '',
      lastName: '',
      company: store.name,
      street1: store.address.replace(/\s+/g, ' ').trim(),
      street2: '',
      city: '',
      state: '',
      postcode: '',
      country: store.country,
      countryCode: store.country_code,
      phone: store.phone,
      email: '',
    },
    taxClasses: taxClasses.some(({ id }) => id === STANDARD.id) ? taxClasses : [STANDARD, ...taxClasses],
    locations,
    statusLabels: Object.fromEntries(statuses.map(({ id, name, custom_label: label }) => [String(id), label || name])),
  });

export const profileFromWire = (parts: ProfileParts): StoreProfile => translated(() => profileOf(parts), { side: 'bigcommerce', what: 'the store' });
