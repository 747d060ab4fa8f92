import { expect, test } from 'vitest';
import type { ProductAction } from '../../lib/domain/views/product-views';
import { actThrough } from './act-through';

const answersOf = (...answers: { done: number; keys?: string[]; next: string | null }[]) => {
  const asked: ProductAction[] = [];
  const act = async (part: ProductAction) => {
    const { done, keys = [], next } = answers[asked.push(part) - 1]!;
    return { done, notDone: keys.map((key) => ({ key, sentence: 'No.' })), next };
  };
  return { asked, act };
};

test('all that a tab holds is done part by part, each beginning where the one before ended', async () => {
  const { asked, act } = answersOf({ done: 100, next: 'hike:9' }, { done: 0, keys: ['hike:12'], next: 'hike:50' }, { done: 7, keys: ['hike:60'], next: null });
  const heard: number[] = [];
  const whole = await actThrough({ action: 'unlink', all: { tab: 'linked', search: 'tee', after: null } }, act, (done) => heard.push(done));
  expect(asked.map((part) => 'all' in part && part.all)).toEqual([null, 'hike:9', 'hike:50'].map((after) => ({ tab: 'linked', search: 'tee', after })));
  expect(heard).toEqual([100, 100, 107]);
  expect([whole.done, whole.notDone.map(({ key }) => key)]).toEqual([107, ['hike:12', 'hike:60']]);
});

test('what is ticked is done at once', async () => {
  const { asked, act } = answersOf({ done: 2, next: null });
  await actThrough({ action: 'ignore', keys: ['hike:1', 'hike:2'] }, act, () => {});
  expect(asked).toHaveLength(1);
});
