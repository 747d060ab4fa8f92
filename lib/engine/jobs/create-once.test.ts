import { describe, expect, it } from 'vitest';
import { instantPlus } from '../../domain/instant-arithmetic';
import { AccessLost, BrokenContract, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from '../ports/failures';
import type { Intent } from '../ports/tables';
import { createTestContext, NOW } from '../testing/create-test-context';
import { createAllOnce, createOnce, endIntent } from './create-once';
import { RESTORED_CURSOR } from './restored';

/** One thing to create: `created` and `looks` tell what was asked of the other side. */
const createBench = async ({ intent = null, remote = null, create = async () => 'made' }: { intent?: Partial<Intent> | null; remote?: string | null; create?: () => Promise<string> } = {}) => {
  const test = await createTestContext();
  const { context, tables, storeHash } = test;
  const asked = { created: 0, looks: [] as boolean[] };
  if (intent) await tables.intents.save(storeHash, { kind: 'sale', key: '1042', reference: 'BC-1042', state: 'unknown', remoteId: null, looks: 0, updatedAt: NOW, ...intent });
  const run = (change: { knownSince?: typeof NOW } = {}) =>
    createOnce(context, {
      kind: 'sale',
      key: '1042',
      reference: 'BC-1042',
      create: async () => {
        asked.created += 1;
        return create();
      },
      lookUp: async ({ last }) => {
        asked.looks.push(last);
        return remote;
      },
      ...change,
    });
  const kept = () => tables.intents.find(storeHash, 'sale', '1042');
  return { ...test, asked, run, kept };
};

const throwing = (error: unknown) => ({ create: () => Promise.reject(error as Error) });
const later = (ms: number) => instantPlus(NOW, ms);

describe('a create that happens once', () => {
  it('is committed before it is sent', async () => {
    const bench = await createBench();
    expect(await bench.run()).toEqual({ kind: 'created', remote: 'made' });
    expect(await bench.kept()).toEqual({ kind: 'sale', key: '1042', reference: 'BC-1042', state: 'sending', looks: 0, remoteId: null, updatedAt: NOW });
    expect([bench.asked, bench.commits]).toEqual([{ created: 1, looks: [] }, ['intent-saved']]);
  });

  it('is looked up at once when its answer was lost', async () => {
    const bench = await createBench(throwing(new UnknownOutcome('lost')));
    expect(await bench.run()).toEqual({ kind: 'checking', nextLook: NOW });
    expect(await bench.kept()).toMatchObject({ state: 'unknown', looks: 0 });
  });

  it.each([new RefusedByVendor({ side: 'hike', status: 400, reason: 'no' }), new TransientFailure('503'), new QuotaExhausted('hike', 1), new AccessLost('hike'), new BrokenContract('hike', 'odd')])(
    'is free to be sent again after an answer that says nothing was created: %s',
    async (error) => {
      const bench = await createBench(throwing(error));
      await expect(bench.run()).rejects.toBe(error);
      expect(await bench.kept()).toMatchObject({ state: 'refused', looks: 0 });
      await expect(bench.run()).rejects.toBe(error);
      expect(bench.asked).toEqual({ created: 2, looks: [] });
    },
  );

  it('is looked up before it is repeated after any other failure', async () => {
    const bench = await createBench(throwing(new TypeError('odd')));
    await expect(bench.run()).rejects.toThrow('odd');
    expect(await bench.kept()).toMatchObject({ state: 'sending' });
    expect(await bench.run()).toMatchObject({ kind: 'checking' });
    expect(bench.asked).toEqual({ created: 1, looks: [false] });
  });
});

describe('a create whose answer was lost', () => {
  it.each([
    ['sending', 0, 0],
    ['unknown', 0, 0],
    ['unknown', 3, 120_000],
    ['done', 0, 0],
  ] as const)('is not repeated where it is found: %s after %i looks', async (state, looks, ms) => {
    const bench = await createBench({ intent: { state, looks, updatedAt: later(-ms) }, remote: 'there' });
    expect(await bench.run()).toEqual({ kind: 'found', remote: 'there' });
    expect(bench.asked.created).toBe(0);
  });

  it.each([
    [0, 0, 5_000],
    [1, 5_000, 30_000],
    [2, 30_000, 120_000],
  ])('is looked for again after %i looks, ever later', async (looks, ms, next) => {
    const bench = await createBench({ intent: { looks, updatedAt: later(-ms) } });
    expect(await bench.run()).toEqual({ kind: 'checking', nextLook: later(next) });
    expect(await bench.kept()).toMatchObject({ state: 'unknown', looks: looks + 1, updatedAt: NOW });
    expect([bench.asked, bench.commits]).toEqual([{ created: 0, looks: [false] }, ['intent-saved']]);
  });

  it.each([
    [1, 5_000],
    [2, 30_000],
    [3, 120_000],
  ])('counts no look that comes before its time: after %i', async (looks, ms) => {
    const bench = await createBench({ intent: { looks, updatedAt: later(1 - ms) } });
    expect(await bench.run()).toEqual({ kind: 'checking', nextLook: later(1) });
    expect(await bench.kept()).toMatchObject({ looks, updatedAt: later(1 - ms) });
    expect([bench.asked, bench.commits]).toEqual([{ created: 0, looks: [false] }, []]);
  });

  it('is repeated after the last look found nothing', async () => {
    const bench = await createBench({ intent: { looks: 3, updatedAt: later(-120_000) } });
    expect(await bench.run()).toEqual({ kind: 'created', remote: 'made' });
    expect(bench.asked).toEqual({ created: 1, looks: [true] });
    expect(await bench.kept()).toMatchObject({ state: 'sending', looks: 0, updatedAt: NOW });
  });
});

describe('a create after a dump was restored', () => {
  const restored = async (remote: string | null, intent: Partial<Intent> | null = null) => {
    const bench = await createBench({ remote, intent });
    await bench.tables.cursors.save(bench.storeHash, RESTORED_CURSOR, NOW);
    return bench;
  };

  it('is looked up first where it may be older than the dump', async () => {
    const bench = await restored('there');
    expect(await bench.run()).toEqual({ kind: 'found', remote: 'there' });
    expect(bench.asked).toEqual({ created: 0, looks: [true] });
  });

  it('is sent where the look finds nothing', async () => {
    const bench = await restored(null);
    expect(await bench.run({ knownSince: later(-1) })).toEqual({ kind: 'created', remote: 'made' });
    expect(bench.asked).toEqual({ created: 1, looks: [true] });
  });

  it('is sent at once where it is known only since then, or was refused since', async () => {
    const young = await restored('there');
    expect(await young.run({ knownSince: later(1) })).toMatchObject({ kind: 'created' });
    const again = await restored('there', { state: 'refused' });
    expect(await again.run()).toMatchObject({ kind: 'created' });
    expect([young.asked.looks, again.asked.looks]).toEqual([[], []]);
  });
});

describe('several creates of one kind', () => {
  it('go each their own way, and one that fails holds up no other', async () => {
    const { context, tables, storeHash, commits } = await createTestContext();
    const intent = { kind: 'sale', reference: 'r', state: 'unknown', remoteId: null, looks: 0, updatedAt: NOW } as const;
    await tables.intents.saveMany(storeHash, [{ ...intent, key: 'found' }, { ...intent, key: 'lost' }]);
    const once = (key: string) => ({
      kind: 'sale' as const,
      key,
      reference: 'r',
      create: () => (key === 'bad' ? Promise.reject(new TypeError('odd')) : Promise.resolve(`made ${key}`)),
      lookUp: () => (key === 'lost' ? Promise.reject(new TransientFailure('503')) : Promise.resolve(`there ${key}`)),
    });
    expect(await createAllOnce(context, 'sale', ['found', 'new', 'lost', 'bad'].map(once))).toEqual([
      { status: 'fulfilled', value: { kind: 'found', remote: 'there found' } },
      { status: 'fulfilled', value: { kind: 'created', remote: 'made new' } },
      { status: 'rejected', reason: new TransientFailure('503') },
      { status: 'rejected', reason: new TypeError('odd') },
    ]);
    expect(commits).toEqual(['intent-saved']);
    const states = await tables.intents.findMany(storeHash, 'sale', ['found', 'new', 'lost', 'bad']);
    expect(states.map(({ key, state }) => [key, state])).toEqual([['found', 'unknown'], ['new', 'sending'], ['lost', 'unknown'], ['bad', 'sending']]);
  });
});

it('a create that is recorded is done', async () => {
  const bench = await createBench({ intent: { looks: 2 } });
  await endIntent(bench.context, bench.tables, { kind: 'sale', key: '1042', reference: 'BC-1042', remoteId: '901' });
  expect(await bench.kept()).toMatchObject({ state: 'done', looks: 0, remoteId: '901', updatedAt: NOW });
});
