import { describe, expect, it } from 'vitest';
import { instantPlus } from '../../domain/instant-arithmetic';
import { createTestClock } from './create-test-clock';

describe('the test clock', () => {
  it('stands still until it is moved', async () => {
    const clock = createTestClock();
    const start = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(start);
    await clock.advance(1500);
    expect(clock.now()).toBe(instantPlus(start, 1500));
  });

  it('wakes sleepers at their moments, in order, and leaves the others asleep', async () => {
    const clock = createTestClock();
    const start = clock.now();
    const woken: [string, string][] = [];
    const sleep = (name: string, ms: number) => void clock.sleep(ms).then(() => woken.push([name, clock.now()]));
    sleep('late', 300);
    sleep('early', 100);
    sleep('never', 1000);
    await clock.advance(500);
    expect(woken).toEqual([
      ['early', instantPlus(start, 100)],
      ['late', instantPlus(start, 300)],
    ]);
  });

  it('wakes again who falls asleep on the way', async () => {
    const clock = createTestClock();
    let rounds = 0;
    const loop = async () => {
      for (;;) {
        await clock.sleep(10);
        rounds += 1;
      }
    };
    void loop();
    await clock.advance(100);
    expect(rounds).toBe(10);
  });
});
