import type { Address } from '../../order';
import { stateName } from './state-names';

export type AddressToSend = { kind: 'send'; address: Address } | { kind: 'none' } | { kind: 'left-out'; reason: string };

/** Hike's form leaves the code out where only the country's name was typed. */
const CODES: Record<string, string> = { australia: 'AU', 'new zealand': 'NZ', canada: 'CA', 'united states': 'US', 'united states of america': 'US', usa: 'US', 'united kingdom': 'GB' };

/**
 * An address as BigCommerce takes it: whole, with the full name of its state. One that it would refuse is left out,
 * because it would refuse the customer with it.
 */
export const addressToSend = (address: Address | null): AddressToSend => {
  if (address === null) return { kind: 'none' };
  const given = { street1: address.street1.trim(), city: address.city.trim(), postcode: address.postcode.trim() };
  if (Object.values(given).every((part) => part === '')) return { kind: 'none' };
  const countryCode = address.countryCode.trim().toUpperCase() || (CODES[address.country.trim().toLowerCase()] ?? '');
  const missing = Object.entries({ ...given, country: countryCode }).flatMap(([part, value]) => (value === '' ? [LABELS[part as keyof typeof LABELS]] : []));
  if (missing.length > 0) return { kind: 'left-out', reason: `The address was left out: it has no ${missing.join(', no ')}.` };
  const state = stateName(countryCode, address.state);
  if (state === null) return { kind: 'left-out', reason: stateReason(address.state.trim()) };
  return { kind: 'send', address: { ...address, ...given, state, countryCode } };
};

const LABELS = { street1: 'street', city: 'city', postcode: 'postcode', country: 'country' } as const;

const stateReason = (state: string): string =>
  state === '' ? 'The address was left out: it has no state.' : `The address was left out: BigCommerce knows no state “${state}” in that country.`;
