import type { ProductField } from '../../lib/domain/catalogue-words';
import type { Settings } from '../../lib/domain/settings';
import type { StockBuffer } from '../../lib/domain/stock';

type PathsOf<Group extends 'payments' | 'taxes' | 'paused' | 'alerts' | 'catalogue' | 'stock', Key extends string> = `${Group}.${Key}`;

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
  | PathsOf<'paused', keyof Settings['paused']>
  | PathsOf<'alerts', keyof Settings['alerts']>
  | PathsOf<'catalogue', 'newProducts' | 'deletes' | 'priceAlarmPercent' | `owners.${ProductField}`>
  | PathsOf<'stock', 'zeroGuard' | `outletsByLocation.${string}`>
  | BufferPath;

/** A buffer is one value, though it has two parts: units or percent, and how many. */
export type BufferPath = PathsOf<'stock', 'buffer' | `bufferByType.${string}` | `bufferByProduct.${string}`>;

type Scalar = string | number | boolean | null;

type List = readonly number[] | readonly string[];

/** Lists and buffers change as a whole. */
export type SettingValue = Scalar | List | StockBuffer;

type Branch = { readonly [key: string]: Branch | Scalar | List };

/** Maps whose keys are not ours: the rest of the path is one key, whatever it contains. */
const MAPS = ['payments.byMethod.', 'taxes.byClass.', 'stock.outletsByLocation.', 'stock.bufferByType.', 'stock.bufferByProduct.'];

const keysOf = (path: SettingPath): string[] => {
  const map = MAPS.find((prefix) => path.startsWith(prefix));
  return map === undefined ? path.split('.') : [...map.slice(0, -1).split('.'), path.slice(map.length)];
};

type Node = Branch[string];

const isBranch = (value: Node | undefined): value is Branch => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own key or nothing: a payment method called `constructor` must not find what every object inherits. */
const childOf = (branch: Branch, key: string): Node | undefined => (Object.hasOwn(branch, key) ? branch[key] : undefined);

/** What is not in a map reads as `null`, as what is not set does. */
export const settingAt = (settings: Settings, path: SettingPath): SettingValue => {
  let here: Node | undefined = settings as unknown as Branch;
  for (const key of keysOf(path)) here = isBranch(here) ? childOf(here, key) : undefined;
  return (here ?? null) as SettingValue;
};

const withKeys = (branch: Branch, [key, ...rest]: string[], { value, drop }: { value: SettingValue; drop: boolean }): Branch => {
  if (key === undefined) return branch;
  const child = childOf(branch, key);
  if (rest.length > 0) return { ...branch, [key]: withKeys(isBranch(child) ? child : {}, rest, { value, drop }) };
  if (!drop) return { ...branch, [key]: value };
  return Object.fromEntries(Object.entries(branch).filter(([name]) => name !== key));
};

/** Lists and buffers are equal by what they say, whichever object says it. */
export const isSameSetting = (one: SettingValue, other: SettingValue): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** A copy with one setting changed; `null` takes a key out of a map. */
export const withSetting = (settings: Settings, path: SettingPath, value: SettingValue): Settings => {
  const drop = value === null && MAPS.some((prefix) => path.startsWith(prefix));
  return withKeys(settings as unknown as Branch, keysOf(path), { value, drop }) as unknown as Settings;
};
