import fc from 'fast-check';
import { NETWORK_FAULTS } from '../faults/network-faults';
import { type BasketLine, type FaultStep, LOST_ANSWERS, type Schedule, type SettingChange, type Step, type TrafficStep, WORLDS } from './step';

/** One or two workers, then the web process. */
const process = fc.nat({ max: 2 });
/** A click passes few gates, a sweep hundreds. */
const afterPasses = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 120 }));
const index = fc.nat({ max: 40 });
/** Counted from the newest: what has just come about is what people and accidents meet most. */
const recent = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: index });
const flag = fc.boolean();
const side = fc.constantFrom('bigcommerce' as const, 'hike' as const);
const quantity = fc.nat({ max: 30 });
const name = fc.stringMatching(/^[A-Z][a-z]{2,7}$/);
const units = fc.nat({ max: 5 });
const slip: fc.Arbitrary<{ units: number; afterMs: number } | null> = fc.option(fc.record({ units, afterMs: fc.nat({ max: 2_000 }) }), { freq: 3 });
const line: fc.Arbitrary<BasketLine> = fc.record({ item: index, quantity: fc.integer({ min: 1, max: 3 }), discount: fc.constantFrom(0, 0, 0, 5, 10, 33) });
const lines = fc.array(line, { minLength: 1, maxLength: 3 });
const customer = fc.option(fc.nat({ max: 8 }));
const shipping = fc.constantFrom(0, 0, 5, 9.95);
const thing = fc.constantFrom('imports' as const, 'sales' as const, 'products' as const, 'stock' as const, 'customers' as const);

type Weighed<What> = { weight: number; arbitrary: fc.Arbitrary<What> };
const weighed = <What>(weight: number, arbitrary: fc.Arbitrary<What>): Weighed<What> => ({ weight, arbitrary });
const kind = <Kind extends string>(value: Kind) => fc.constant(value);

const sale = { status: fc.constantFrom('Completed', 'Completed', 'Completed', 'Parked', 'LayBy', 'OnAccount', 'BackOrder', 'Quote'), lines, customer, shipping, isSplit: fc.constantFrom(false, false, true) } as const;

const atTheTill: Weighed<TrafficStep>[] = [
  weighed(10, fc.record({ kind: kind('ring-up'), ...sale })),
  weighed(4, fc.record({ kind: kind('pay'), sale: recent })),
  weighed(4, fc.record({ kind: kind('void'), sale: recent })),
  weighed(4, fc.record({ kind: kind('refund'), sale: recent, isWhole: flag })),
  weighed(2, fc.record({ kind: kind('exchange'), sale: recent, item: index })),
];

const ORDER_CHANGES = ['ship', 'ship', 'ship-part', 'complete', 'cancel', 'refund-order', 'refund-part', 'archive'] as const;

const order = {
  status: fc.constantFrom(11 as const, 11 as const, 9 as const, 10 as const, 1 as const),
  lines,
  customer,
  shipping,
  coupon: fc.constantFrom(0, 0, 10),
  paidWith: fc.constantFrom('card' as const, 'card' as const, 'card' as const, 'gift-certificate' as const, 'store-credit' as const),
} as const;

const inTheStore: Weighed<TrafficStep>[] = [
  weighed(8, fc.record({ kind: kind('place-order'), ...order })),
  weighed(10, fc.record({ kind: fc.constantFrom(...ORDER_CHANGES), order: recent })),
  weighed(10, fc.record({ kind: kind('import'), orders: fc.array(recent, { minLength: 1, maxLength: 4 }) })),
  weighed(2, fc.record({ kind: kind('import-all'), afterOrders: fc.oneof(fc.constant(0), fc.integer({ min: 20, max: 45 })) })),
  weighed(1, fc.record({ kind: kind('edit-in-store'), item: index, description: name })),
];

/** So close to our own writing that it may sound like its echo, or a deletion, of which Hike does not tell. */
const besideTheApp: Weighed<TrafficStep>[] = [
  weighed(2, fc.record({ kind: kind('count-in-store'), item: index, quantity })),
  weighed(1, fc.record({ kind: kind('delete-in-hike'), item: index })),
  weighed(1, fc.record({ kind: kind('delete-in-store'), item: index })),
];

const inHike: Weighed<TrafficStep>[] = [
  weighed(3, fc.record({ kind: kind('price'), item: index, cents: fc.integer({ min: 100, max: 9_999 }) })),
  weighed(1, fc.record({ kind: kind('rename'), item: index, name })),
  weighed(4, fc.record({ kind: kind('count-in-hike'), item: index, quantity })),
  weighed(2, fc.record({ kind: kind('receive-in-hike'), item: index, quantity })),
  weighed(2, fc.record({ kind: kind('new-product'), name, quantity })),
  weighed(2, fc.record({ kind: fc.constantFrom('untick-product' as const, 'tick-product' as const), item: index })),
  weighed(1, fc.record({ kind: kind('new-variant'), name, quantity })),
  weighed(1, fc.record({ kind: kind('edit-sku'), item: index, name })),
  weighed(1, fc.record({ kind: kind('customer'), customer: index, phone: fc.stringMatching(/^04[0-9]{8}$/) })),
  weighed(1, fc.record({ kind: kind('new-customer'), name, hasEmail: flag })),
];

const setting: fc.Arbitrary<SettingChange> = fc.oneof(
  fc.record({ setting: fc.constantFrom('register' as const, 'payment' as const), index }),
  fc.record({ setting: kind('sale-price'), field: fc.constantFrom('price' as const, 'sale_price' as const, 'retail_price' as const) }),
  fc.record({ setting: kind('owner'), field: fc.constantFrom('name' as const, 'price' as const), owner: fc.constantFrom('hike' as const, 'bigcommerce' as const, 'nobody' as const) }),
  fc.record({ setting: kind('deletes'), choice: fc.constantFrom('ask' as const, 'hide' as const, 'delete' as const) }),
  fc.record({ setting: kind('new-products'), choice: fc.constantFrom('visible' as const, 'hidden' as const) }),
  fc.record({ setting: kind('shipped-orders'), status: fc.constantFrom('Completed' as const, 'Parked' as const) }),
  fc.record({ setting: fc.constantFrom('follow-orders' as const, 'reverse-orders' as const), isOn: flag }),
);

const inTheApp: Weighed<TrafficStep>[] = [
  weighed(4, fc.record({ kind: kind('buffer'), units, again: slip })),
  weighed(4, fc.record({ kind: kind('setting'), change: setting })),
  weighed(2, fc.record({ kind: kind('pause'), thing, isOn: flag })),
  weighed(2, fc.constant<TrafficStep>({ kind: 'try-again' })),
  weighed(2, fc.record({ kind: kind('leave-out'), order: recent, isOut: fc.constantFrom(true, true, false) })),
  weighed(1, fc.record({ kind: kind('ignore'), entry: recent })),
  weighed(1, fc.record({ kind: kind('compare'), fixes: flag })),
  weighed(2, fc.record({ kind: kind('send-to-hike'), name, quantity })),
];

/** Nobody watches the store meanwhile. */
const awayFromTheApp: Weighed<TrafficStep>[] = [
  weighed(1, fc.constant<TrafficStep>({ kind: 're-install' })),
  weighed(1, fc.constant<TrafficStep>({ kind: 'uninstall' })),
  weighed(1, fc.record({ kind: kind('weeks-without'), days: fc.integer({ min: 1, max: 16 }), sale: fc.record(sale) })),
];

const unheard: Weighed<TrafficStep>[] = [
  weighed(3, fc.record({ kind: kind('sell-unheard'), fault: fc.constantFrom(...LOST_ANSWERS), sale: fc.record(sale), then: fc.constantFrom('pay' as const, 'pay' as const, 'void' as const, 'refund' as const) })),
  weighed(3, fc.record({ kind: kind('import-unheard'), fault: fc.constantFrom(...LOST_ANSWERS), order: fc.record(order), then: fc.constantFrom('ship' as const, 'complete' as const, 'cancel' as const) })),
];

const faults: Weighed<FaultStep>[] = [
  weighed(
    24,
    fc.record({ kind: kind('network'), fault: fc.constantFrom(...NETWORK_FAULTS), side, isWrite: flag, skip: fc.nat({ max: 3 }), times: fc.integer({ min: 1, max: 3 }) }),
  ),
  weighed(2, fc.record({ kind: kind('outage'), side, forMs: fc.integer({ min: 5_000, max: 20 * 60_000 }), losesAnswer: flag })),
  weighed(5, fc.record({ kind: kind('webhooks'), fault: fc.constantFrom('duplicate', 'reorder', 'drop', 'delay'), times: fc.integer({ min: 1, max: 4 }), delayMs: fc.integer({ min: 500, max: 120_000 }) })),
  weighed(1, fc.constant<FaultStep>({ kind: 'hooks-off' })),
  weighed(
    6,
    fc.record({
      kind: kind('database'),
      fault: fc.constantFrom('database-slow', 'database-refuses', 'commit-fails', 'commit-unanswered'),
      process,
      skip: fc.oneof(fc.nat({ max: 1 }), fc.nat({ max: 12 })),
      ms: fc.integer({ min: 200, max: 45_000 }),
    }),
  ),
  weighed(3, fc.record({ kind: kind('lost-wake-ups'), count: fc.integer({ min: 1, max: 4 }) })),
  weighed(8, fc.record({ kind: kind('kill'), process, afterPasses, forMs: fc.integer({ min: 500, max: 90_000 }) })),
  weighed(4, fc.record({ kind: kind('stop'), process, afterPasses, forMs: fc.integer({ min: 500, max: 120_000 }) })),
  weighed(1, fc.constant<FaultStep>({ kind: 'revoke-hike' })),
  weighed(2, fc.constant<FaultStep>({ kind: 'expire-hike-token' })),
  weighed(1, fc.constant<FaultStep>({ kind: 'revoke-store-token' })),
];

const gapMs = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 3_000 }) }, { weight: 3, arbitrary: fc.integer({ min: 3_000, max: 90_000 }) }, { weight: 1, arbitrary: fc.integer({ min: 90_000, max: 15 * 60_000 }) });

const calm = [...atTheTill, ...inTheStore, ...inHike, ...inTheApp];
const stormy = [...calm, ...besideTheApp, ...awayFromTheApp, ...unheard, ...faults];

const skew = fc.constantFrom(0, 0, 0, -30_000, 2_000, 45_000);

/** The neighbour's days add nothing to it but time. */
const MOST_DAYS_OF_TWO = 1;

const withShortAbsences = (schedule: Schedule): Schedule => {
  if (schedule.world !== 'two stores') return schedule;
  const shortened = (what: Step['what']) => (what.kind === 'weeks-without' ? { ...what, days: Math.min(what.days, MOST_DAYS_OF_TWO) } : what);
  return { ...schedule, steps: schedule.steps.map((step) => ({ ...step, what: shortened(step.what) })) };
};

/** The calls of a minute are counted by the clocks of those who make them: by clocks that differ as widely as these, nobody keeps to the minute when it is full. */
const withTrueClocks = (schedule: Schedule): Schedule => {
  const isRush = schedule.steps.some(({ what }) => what.kind === 'import-all' && what.afterOrders > 0);
  return isRush ? { ...schedule, skews: { workers: schedule.skews.workers.map(() => 0), web: 0 } } : schedule;
};

const schedulesOf = (isCalm: boolean, kinds: readonly Weighed<Step['what']>[]): fc.Arbitrary<Schedule> =>
  fc
    .record({
      skews: fc.record({ workers: fc.oneof(fc.tuple(skew), fc.tuple(skew, skew)), web: skew }),
      clicksAgain: flag,
      chance: fc.nat(),
      world: fc.constantFrom(WORLDS[0], WORLDS[0], ...WORLDS),
      isCalm: fc.constant(isCalm),
      steps: fc.array(fc.record({ gapMs, store: fc.nat({ max: 1 }), what: fc.oneof(...kinds) }), { minLength: 3, maxLength: 24, size: 'max' }),
    })
    .map(withShortAbsences)
    .map(withTrueClocks);

export const schedules: fc.Arbitrary<Schedule> = fc.oneof({ weight: 4, arbitrary: schedulesOf(false, stormy) }, { weight: 1, arbitrary: schedulesOf(true, calm) });
