import type { DatabaseFaultKind } from '../faults/database-faults';
import type { NetworkFaultKind } from '../faults/network-faults';

export interface BasketLine {
  /** Which of the goods, modulo how many there are. */
  item: number;
  quantity: number;
  /** Per cent. */
  discount: number;
}

/** What a merchant changes while everything runs. */
export type SettingChange =
  | { setting: 'register' | 'payment'; index: number }
  | { setting: 'sale-price'; field: 'price' | 'sale_price' | 'retail_price' }
  | { setting: 'owner'; field: 'name' | 'price'; owner: 'hike' | 'bigcommerce' | 'nobody' }
  | { setting: 'deletes'; choice: 'ask' | 'hide' | 'delete' }
  | { setting: 'new-products'; choice: 'visible' | 'hidden' }
  | { setting: 'shipped-orders'; status: 'Completed' | 'Parked' }
  | { setting: 'follow-orders' | 'reverse-orders'; isOn: boolean }
  | { setting: 'buffer'; units: number };

export const LOST_ANSWERS = ['cut-after', 'timeout-after', 'status-502-after', 'truncated-after', 'empty-after'] as const satisfies readonly NetworkFaultKind[];
export type LostAnswer = (typeof LOST_ANSWERS)[number];

/** What people do at the till and in Hike, in the store and its control panel, and in the app. Numbers that name a thing count modulo how many there are. */
export type TrafficStep =
  | { kind: 'ring-up'; status: 'Completed' | 'Parked' | 'LayBy' | 'OnAccount' | 'BackOrder' | 'Quote'; lines: BasketLine[]; customer: number | null; shipping: number; isSplit: boolean }
  | { kind: 'pay'; sale: number }
  | { kind: 'void'; sale: number }
  | { kind: 'refund'; sale: number; isWhole: boolean }
  | { kind: 'exchange'; sale: number; item: number }
  | { kind: 'place-order'; status: 1 | 9 | 10 | 11; lines: BasketLine[]; customer: number | null; shipping: number; coupon: number; paidWith: 'card' | 'gift-certificate' | 'store-credit' }
  | { kind: 'ship' | 'ship-part' | 'complete' | 'cancel' | 'refund-order' | 'refund-part' | 'archive'; order: number }
  | { kind: 'import'; orders: number[] }
  /** A new one of the store's. */
  | { kind: 'send-to-hike'; name: string; quantity: number }
  /** All that the page offers, after so many orders came at once: to import forty takes more calls than Hike allows in a minute. */
  | { kind: 'import-all'; afterOrders: number }
  | { kind: 'price'; item: number; cents: number }
  | { kind: 'rename'; item: number; name: string }
  | { kind: 'count-in-hike'; item: number; quantity: number }
  | { kind: 'receive-in-hike'; item: number; quantity: number }
  | { kind: 'count-in-store'; item: number; quantity: number }
  | { kind: 'edit-in-store'; item: number; description: string }
  | { kind: 'new-product'; name: string; quantity: number }
  | { kind: 'untick-product' | 'tick-product' | 'delete-in-hike'; item: number }
  | { kind: 'delete-in-store'; item: number }
  /** Of a product that has variants. */
  | { kind: 'new-variant'; name: string; quantity: number }
  | { kind: 'edit-sku'; item: number; name: string }
  | { kind: 'customer'; customer: number; phone: string }
  | { kind: 'new-customer'; name: string; hasEmail: boolean }
  /** Changed again so many ms later, when it was a slip. */
  | { kind: 'buffer'; units: number; again: { units: number; afterMs: number } | null }
  | { kind: 'setting'; change: SettingChange }
  | { kind: 'pause'; thing: 'imports' | 'sales' | 'products' | 'stock' | 'customers'; isOn: boolean }
  | { kind: 'try-again' }
  /** Or takes it back in. */
  | { kind: 'leave-out'; order: number; isOut: boolean }
  | { kind: 'ignore'; entry: number }
  /** Both sides, and whether what is found is fixed. */
  | { kind: 'compare'; fixes: boolean }
  | { kind: 're-install' }
  | { kind: 'uninstall' }
  /** The answer to what is made of it is lost, and it changes before the app finds out. */
  | { kind: 'sell-unheard'; fault: LostAnswer; sale: Omit<Extract<TrafficStep, { kind: 'ring-up' }>, 'kind'>; then: 'pay' | 'void' | 'refund' }
  | { kind: 'import-unheard'; fault: LostAnswer; order: Omit<Extract<TrafficStep, { kind: 'place-order' }>, 'kind'>; then: 'ship' | 'complete' | 'cancel' }
  /** The app is taken off for so many days, and the till goes on selling. */
  | { kind: 'weeks-without'; days: number; sale: Omit<Extract<TrafficStep, { kind: 'ring-up' }>, 'kind'> };

/** What goes wrong between the parts. */
export type FaultStep =
  | { kind: 'network'; fault: NetworkFaultKind; side: 'bigcommerce' | 'hike'; isWrite: boolean; skip: number; times: number }
  /** Or it goes down in the middle of a write: that one is done, and its answer lost. */
  | { kind: 'outage'; side: 'bigcommerce' | 'hike'; forMs: number; losesAnswer: boolean }
  | { kind: 'webhooks'; fault: 'duplicate' | 'reorder' | 'drop' | 'delay'; times: number; delayMs: number }
  | { kind: 'hooks-off' }
  /** A process is one of the workers or the web process. */
  | { kind: 'database'; fault: DatabaseFaultKind; process: number; skip: number; ms: number }
  | { kind: 'lost-wake-ups'; count: number }
  | { kind: 'kill'; process: number; afterPasses: number; forMs: number }
  | { kind: 'stop'; process: number; afterPasses: number; forMs: number }
  | { kind: 'revoke-hike' }
  | { kind: 'expire-hike-token' }
  | { kind: 'revoke-store-token' };

export interface Step {
  /** Since the step before. */
  gapMs: number;
  /** In which of the stores, modulo how many there are. */
  store: number;
  what: TrafficStep | FaultStep;
}

export const WORLDS = ['prices with tax', 'prices without tax', 'two stores'] as const;
export type World = (typeof WORLDS)[number];

export interface Schedule {
  world: World;
  /** Nothing goes wrong: then hooks and polls alone bring all into step, and no sweep is waited for. */
  isCalm: boolean;
  /** How far its clock is off, in ms: of each worker, and of the web process. */
  skews: { workers: number[]; web: number };
  /** Who sees an error page tries the same once more. */
  clicksAgain: boolean;
  /** Draws what is left to chance: latencies, which worker gets a wake-up, jitter. */
  chance: number;
  steps: Step[];
}
