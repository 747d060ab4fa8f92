import { expect, it } from 'vitest';
import type { ProductId } from '../../../domain/ids';
import { TransientFailure } from '../../ports/failures';
import { createTestContext } from '../../testing/create-test-context';
import { assignChannels, keepForChannel } from './assign-channel';

const ids = (first: number, count: number) => Array.from({ length: count }, (_, index) => (first + index) as ProductId);

const created = async (...groups: ProductId[][]) => {
  const { context, database, storeHash, vendors } = await createTestContext();
  const keep = (group: readonly ProductId[]) => database.transaction('product-created', (tables) => keepForChannel(context, tables, group));
  for (const group of groups) await keep(group);
  return {
    context,
    vendors,
    keep,
    left: () => database.tables.cursors.find(storeHash, 'not-in-channel'),
    calls: () => vendors.calls.filter((name) => name === 'catalogue.assign').length,
  };
};

it('puts what was created into the default storefront, whatever it was created with, once', async () => {
  const { context, vendors, calls, left } = await created(ids(1, 2), ids(3, 1));
  await assignChannels(context);
  await assignChannels(context);
  expect([vendors.assignedToChannel, calls(), await left()]).toEqual([[1, 2, 3], 1, []]);
});

it('asks nothing of BigCommerce where nothing was created', async () => {
  const { context, vendors } = await created();
  await assignChannels(context);
  expect(vendors.calls).toEqual([]);
});

it('puts in 250 with a call, and the rest with the next', async () => {
  const { context, vendors, calls } = await created(ids(1, 251));
  await assignChannels(context);
  expect([new Set(vendors.assignedToChannel).size, calls()]).toEqual([251, 2]);
});

it.each([
  [249, 0],
  [250, 250],
  [260, 250],
])('waits for a call to be full where more is to come: of %i, %i are put in', async (count, expected) => {
  const { context, vendors, left } = await created(ids(1, count));
  await assignChannels(context, { waits: true });
  expect(vendors.assignedToChannel).toHaveLength(expected);
  expect(await left()).toHaveLength(count - expected);
});

it('forgets nothing that is created while the call is under way', async () => {
  const { context, vendors, keep } = await created(ids(1, 1));
  vendors.onCall = async (moment) => {
    if (moment !== 'catalogue.assign') return;
    vendors.onCall = () => undefined;
    await keep(ids(2, 1));
  };
  await assignChannels(context);
  expect(vendors.assignedToChannel).toEqual([1, 2]);
});

it('forgets nothing when the call fails', async () => {
  const { context, vendors, left } = await created(ids(1, 2));
  vendors.onCall = () => {
    throw new TransientFailure('503');
  };
  await expect(assignChannels(context)).rejects.toThrow('503');
  expect(await left()).toEqual([1, 2]);
});
