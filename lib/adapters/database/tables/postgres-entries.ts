import { z } from 'zod';
import { Direction, isOpen, Result, Thing, Trigger } from '../../../domain/entry';
import { RESULTS } from '../../../domain/entry-words';
import type { StoreHash } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { Problem } from '../../../domain/problems';
import type { Entries, Entry, EntryCause, EntryDraft, EntryFilter } from '../../../engine/ports/tables';
import type { Entry as EntryRow, Prisma } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { escapePattern } from '../escape-pattern';
import { nullableJson } from '../nullable-json';
import { statementChunks } from '../statement-chunks';

interface CauseRow {
  thing: string;
  code: string;
  count: number;
  newest: Date;
}

const OPEN_RESULTS = RESULTS.filter(isOpen);
const NEWEST_FIRST: Prisma.EntryOrderByWithRelationInput[] = [{ at: 'desc' }, { id: 'desc' }];
const Detail = z.record(z.string(), z.unknown()).nullable();

export const postgresEntries = (connection: Connection): Entries => ({
  record: (storeHash, draft) => recordEntries(connection, storeHash, [draft]),
  recordMany: (storeHash, drafts) => recordEntries(connection, storeHash, drafts),
  async list(storeHash, filter) {
    const rows = await connection.entry.findMany({ where: { storeHash, AND: conditionsOf(filter) }, orderBy: NEWEST_FIRST, take: filter.limit });
    return rows.map(readEntry);
  },
  async find(storeHash, id) {
    const row = await connection.entry.findFirst({ where: { storeHash, id } });
    return row && readEntry(row);
  },
  async close(storeHash, { thing, direction, recordIds, results }, { at, message }) {
    const where = { storeHash, thing, direction, recordId: { in: [...recordIds] }, result: { in: [...results] } };
    const data = { at: new Date(at), message, result: 'no-change', problem: nullableJson(null), nextTryAt: null };
    await connection.entry.updateMany({ where, data });
  },
  async changeResult(storeHash, id, { result, at }) {
    await connection.entry.updateMany({ where: { storeHash, id }, data: { result, at: new Date(at), nextTryAt: null } });
  },
  async countByResult(storeHash, thing) {
    const groups = await connection.entry.groupBy({ by: ['result'], where: { storeHash, ...(thing && { thing }) }, _count: true });
    const countOf = (result: string) => groups.find((group) => group.result === result)?._count ?? 0;
    return Object.fromEntries(RESULTS.map((result) => [result, countOf(result)])) as Record<Result, number>;
  },
  listCauses: (storeHash) => listCauses(connection, storeHash),
  async latest(storeHash, thing, result) {
    const { _max } = await connection.entry.aggregate({ where: { storeHash, thing, result }, _max: { at: true } });
    return _max.at && instantFromDate(_max.at);
  },
  async deleteOlderThan(at) {
    await connection.entry.deleteMany({ where: { at: { lt: new Date(at) }, result: { notIn: OPEN_RESULTS } } });
  },
});

const listCauses = async (connection: Connection, storeHash: StoreHash): Promise<EntryCause[]> => {
  const rows = await connection.$queryRaw<CauseRow[]>`
    SELECT thing, problem->>'code' AS code, count(*)::int AS count, max(at) AS newest FROM entries
    WHERE store_hash = ${storeHash} AND result = 'needs-you' AND problem IS NOT NULL
    GROUP BY thing, problem->>'code' ORDER BY count(*) DESC, thing COLLATE "C", (problem->>'code') COLLATE "C"`;
  return rows.map(({ thing, code, count, newest }) => ({ thing: Thing.parse(thing), code: Problem.shape.code.parse(code), count, newest: instantFromDate(newest) }));
};

const recordOf = ({ thing, recordId, direction }: Pick<EntryRow, 'thing' | 'recordId' | 'direction'>): string => `${thing} ${direction} ${recordId}`;

/** What has no open entry is added at once; the few that have one are brought up to date one by one. */
const recordEntries = async (connection: Connection, storeHash: string, drafts: readonly EntryDraft[]): Promise<void> => {
  for (const chunk of statementChunks(drafts, (draft) => [recordOf(draft)])) {
    const where = { storeHash, thing: { in: distinct(chunk, 'thing') }, recordId: { in: distinct(chunk, 'recordId') }, result: { in: OPEN_RESULTS } };
    const found = await connection.entry.findMany({ where, orderBy: NEWEST_FIRST, select: { id: true, thing: true, recordId: true, direction: true } });
    // The newest one of each stays.
    const open = new Map(found.reverse().map((entry) => [recordOf(entry), entry.id]));
    const added = chunk.filter((draft) => !open.has(recordOf(draft)));
    if (added.length > 0) await connection.entry.createMany({ data: added.map((draft) => ({ storeHash, ...columnsOf(draft), attempts: 1 })) });
    for (const draft of chunk) {
      const id = open.get(recordOf(draft));
      if (id !== undefined) await connection.entry.updateMany({ where: { storeHash, id }, data: { ...columnsOf(draft), attempts: { increment: 1 } } });
    }
  }
};

const distinct = <Key extends keyof EntryDraft>(drafts: readonly EntryDraft[], key: Key): EntryDraft[Key][] => [...new Set(drafts.map((draft) => draft[key]))];

const conditionsOf = ({ results, direction, thing, cause, recordId, search, from, before }: EntryFilter): Prisma.EntryWhereInput[] => {
  const conditions: Prisma.EntryWhereInput[] = [];
  if (results.length > 0) conditions.push({ result: { in: [...results] } });
  if (direction !== null) conditions.push({ direction });
  if (thing !== null) conditions.push({ thing });
  if (cause !== undefined) conditions.push({ problem: { path: ['code'], equals: cause } });
  if (recordId !== undefined) conditions.push({ recordId });
  if (from !== null) conditions.push({ at: { gte: new Date(from) } });
  if (before !== null) conditions.push({ OR: [{ at: { lt: new Date(before.at) } }, { at: new Date(before.at), id: { lt: before.id } }] });
  if (search !== '') {
    const contains = { contains: escapePattern(search), mode: 'insensitive' } as const;
    conditions.push({ OR: [{ label: contains }, { message: contains }, { bigcommerceId: contains }, { hikeId: contains }] });
  }
  return conditions;
};

const columnsOf = (draft: EntryDraft) => ({
  at: new Date(draft.at),
  direction: draft.direction,
  thing: draft.thing,
  recordId: draft.recordId,
  label: draft.label,
  bigcommerceId: draft.bigcommerceId,
  hikeId: draft.hikeId,
  result: draft.result,
  problem: nullableJson(draft.problem),
  message: draft.message,
  trigger: draft.trigger,
  nextTryAt: draft.nextTryAt && new Date(draft.nextTryAt),
  detail: nullableJson(draft.detail),
});

const readEntry = (row: EntryRow): Entry => ({
  id: row.id,
  at: instantFromDate(row.at),
  direction: Direction.parse(row.direction),
  thing: Thing.parse(row.thing),
  recordId: row.recordId,
  label: row.label,
  bigcommerceId: row.bigcommerceId,
  hikeId: row.hikeId,
  result: Result.parse(row.result),
  problem: Problem.nullable().parse(row.problem),
  message: row.message,
  attempts: row.attempts,
  trigger: Trigger.parse(row.trigger),
  nextTryAt: row.nextTryAt && instantFromDate(row.nextTryAt),
  detail: Detail.parse(row.detail),
});
