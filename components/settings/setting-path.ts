import type { Settings } from '../../lib/domain/settings';

type PathsOf<Group extends 'payments' | 'taxes' | 'paused', Key extends string> = `${Group}.${Key}`;

/** Where a setting stands, as `gone` and the refusals of a save name it; a payment method may itself contain dots. */
export type SettingPath =
  | 'outletId'
  | 'registerId'
  | 'salePrice'
  | 'shippedOrdersBecome'
  | 'followImportedOrders'
  | 'reverseImportedOrders'
  | 'startDate'
  | PathsOf<'payments', 'fallback' | `byMethod.${string}`>
  | PathsOf<'taxes', 'shipping' | `byClass.${string}`>
  | PathsOf<'paused', 'imports' | 'sales'>;

export type SettingValue = string | number | boolean | null;

type Branch = { readonly [key: string]: Branch | SettingValue };

/** Maps whose keys are not ours: the rest of the path is one key, whatever it contains. */
const MAPS = ['payments.byMethod.', 'taxes.byClass.'];

const keysOf = (path: SettingPath): string[] => {
  const map = MAPS.find((prefix) => path.startsWith(prefix));
  return map === undefined ? path.split('.') : [...map.slice(0, -1).split('.'), path.slice(map.length)];
};

const isBranch = (value: Branch | SettingValue | undefined): value is Branch => typeof value === 'object' && value !== null;

/** An own key or nothing: a payment method called `constructor` must not find what every object inherits. */
const childOf = (branch: Branch, key: string): Branch | SettingValue | undefined => (Object.hasOwn(branch, key) ? branch[key] : undefined);

/** What is not in a map reads as `null`, as what is not set does. */
export const settingAt = (settings: Settings, path: SettingPath): SettingValue => {
  let here: Branch | SettingValue | undefined = settings as unknown as Branch;
  for (const key of keysOf(path)) here = isBranch(here) ? childOf(here, key) : undefined;
  return here === undefined || isBranch(here) ? null : here;
};

const withKeys = (branch: Branch, [key, ...rest]: string[], { value, drop }: { value: SettingValue; drop: boolean }): Branch => {
  if (key === undefined) return branch;
  const child = childOf(branch, key);
  if (rest.length > 0) return { ...branch, [key]: withKeys(isBranch(child) ? child : {}, rest, { value, drop }) };
  if (!drop) return { ...branch, [key]: value };
  return Object.fromEntries(Object.entries(branch).filter(([name]) => name !== key));
};

/** A copy with one setting changed; `null` takes a key out of a map. */
export const withSetting = (settings: Settings, path: SettingPath, value: SettingValue): Settings => {
  const drop = value === null && MAPS.some((prefix) => path.startsWith(prefix));
  return withKeys(settings as unknown as Branch, keysOf(path), { value, drop }) as unknown as Settings;
};
