import { expect, test } from 'vitest';
import { createSeededRandom } from './seeded-random.ts';
import { DueTasks, type DueTask } from './due-tasks.ts';

test('tasks come out by time, those of one time as they came, and cancelled ones not at all', () => {
  const tasks = new DueTasks();
  const random = createSeededRandom(3);
  const added = Array.from({ length: 500 }, (_, index) => ({ at: Math.floor(random.next() * 40), index, run: () => undefined }));
  for (const task of added) tasks.add(task);
  const cancelled = new Set(added.filter((_task, index) => index % 7 === 0));
  for (const task of cancelled) tasks.cancel(task);
  const out: DueTask[] = [];
  for (let task = tasks.takeFirst(); task; task = tasks.takeFirst()) out.push(task);
  expect(out).toEqual(added.filter((task) => !cancelled.has(task)).sort((a, b) => a.at - b.at || a.index - b.index));
});
