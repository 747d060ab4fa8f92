import type { TrafficStep } from '../schedule/step';
import type { Stage } from '../world/stage';
import { atTheTill, ringUp } from './at-the-till';
import { inTheApp } from './in-the-app';
import { inTheStore } from './in-the-store';

type UnheardStep = Extract<TrafficStep, { kind: 'sell-unheard' | 'import-unheard' }>;

const CREATES = {
  'sell-unheard': { side: 'bigcommerce', path: '/v2/orders' },
  'import-unheard': { side: 'hike', path: '/sales/create' },
} as const;

const BLINK_MS = 500;
/** Paused, or down: then nothing is created, and nothing is lost. */
const MOST_MS = 120_000;
/** Until the page has heard of a new order. */
const HOOKS_MS = 30_000;

/** What is made of this is made, and nobody hears of it. */
const loseAnswer = async ({ networkFaults, time }: Stage, { kind, fault }: UnheardStep, begin: () => Promise<void>): Promise<void> => {
  const planned = networkFaults.plan({ ...CREATES[kind], kind: fault, isWrite: true, skip: 0, times: 1 });
  try {
    await begin();
    for (let waited = 0; planned.times > 0 && waited < MOST_MS; waited += BLINK_MS) await time.sleep(BLINK_MS);
  } finally {
    networkFaults.drop(planned);
  }
};

/** Something changes on one side before the app has found out what became of it on the other. */
export const unheard = async (stage: Stage, step: UnheardStep): Promise<void> => {
  switch (step.kind) {
    case 'sell-unheard':
      await loseAnswer(stage, step, () => ringUp(stage, step.sale));
      return atTheTill(stage, step.then === 'refund' ? { kind: 'refund', sale: 0, isWhole: true } : { kind: step.then, sale: 0 });
    case 'import-unheard':
      await inTheStore(stage, { kind: 'place-order', ...step.order });
      await stage.time.sleep(HOOKS_MS);
      await loseAnswer(stage, step, () => inTheApp(stage, { kind: 'import', orders: [0] }));
      return inTheStore(stage, { kind: step.then, order: 0 });
  }
};
