import type { Settings } from '../settings';
import type { StoreProfile } from '../shop-lists';
import type { ConnectionState, SetupStep } from '../views/views';
import { taxClassesToMap } from './tax-classes-to-map';

export interface SetupContext {
  connection: ConnectionState;
  /** `null` while BigCommerce has not told about the store yet. */
  profile: Pick<StoreProfile, 'taxClasses'> | null;
}

/** What each step lacks, as it reads in "Nothing syncs yet: ... not set." */
const lacksOutlet = ({ outletId, registerId }: Settings): string[] => [
  ...(outletId === null ? ['outlet'] : []),
  ...(registerId === null ? ['register'] : []),
];

const lacksTaxes = ({ taxes }: Settings, profile: SetupContext['profile']): string[] => [
  // Without the store's list at least the class that every store has must be mapped.
  ...taxClassesToMap(profile ?? { taxClasses: [] })
    .filter(({ id }) => !Object.hasOwn(taxes.byClass, String(id)))
    .map(({ name }) => `tax for “${name}”`),
  ...(taxes.shipping === null ? ['tax for the shipping cost'] : []),
];

const lacks = (key: SetupStep['key'], settings: Settings, { connection, profile }: SetupContext): string[] => {
  switch (key) {
    case 'connect':
      return connection === 'not-connected' ? ['connection to Hike'] : [];
    case 'outlet':
      return lacksOutlet(settings);
    case 'payments':
      return settings.payments.fallback === null ? ['invoice payment'] : [];
    case 'salePrice':
      return settings.salePrice === null ? ['sale price'] : [];
    case 'taxes':
      return lacksTaxes(settings, profile);
    default:
      return key satisfies never;
  }
};

const KEYS: readonly SetupStep['key'][] = ['connect', 'outlet', 'payments', 'salePrice', 'taxes'];

const sentence = (missing: string[]): string => {
  const text = missing.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} not set.`;
};

/** The set-up checklist. A dead token needs "Reconnect" but no new set-up: every mapping is kept. */
export const setupSteps = (settings: Settings, context: SetupContext): SetupStep[] =>
  KEYS.map((key) => {
    const missing = lacks(key, settings, context);
    return { key, done: missing.length === 0, missing: missing.length === 0 ? null : sentence(missing) };
  });

/** Nothing syncs until this is true (product: "Settings"). */
export const isReady = (steps: readonly SetupStep[]): boolean => steps.every(({ done }) => done);

/** Everything required that is not set, connection aside; empty when the settings are complete. */
export const missingSettings = (settings: Settings, profile: SetupContext['profile']): string[] =>
  KEYS.flatMap((key) => lacks(key, settings, { connection: 'connected', profile }));
