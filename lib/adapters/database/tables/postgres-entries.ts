import { z } from 'zod';
import { Direction, isOpen, Result, Thing, Trigger } from '../../../domain/entry';
import { RESULTS } from '../../../domain/entry-words';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { Problem } from '../../../domain/problems';
import type { Entries, Entry, EntryDraft, EntryFilter } from '../../../engine/ports/tables';
import type { Entry as EntryRow, Prisma } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { escapePattern } from '../escape-pattern';
import { nullableJson } from '../nullable-json';

const OPEN_RESULTS = RESULTS.filter(isOpen);
const NEWEST_FIRST: Prisma.EntryOrderByWithRelationInput[] = [{ at: 'desc' }, { id: 'desc' }];
const Detail = z.record(z.string(), z.unknown()).nullable();

export const postgresEntries = (connection: Connection): Entries => ({
  async record(storeHash, draft) {
    const { thing, recordId, direction } = draft;
    const where = { storeHash, thing, recordId, direction, result: { in: OPEN_RESULTS } };
    const open = await connection.entry.findFirst({ where, orderBy: NEWEST_FIRST, select: { id: true } });
    if (open === null) await connection.entry.create({ data: { storeHash, ...columnsOf(draft), attempts: 1 } });
    else await connection.entry.updateMany({ where: { storeHash, id: open.id }, data: { ...columnsOf(draft), attempts: { increment: 1 } } });
  },
  async list(storeHash, filter) {
    const rows = await connection.entry.findMany({ where: { storeHash, AND: conditionsOf(filter) }, orderBy: NEWEST_FIRST, take: filter.limit });
    return rows.map(readEntry);
  },
  async find(storeHash, id) {
    const row = await connection.entry.findFirst({ where: { storeHash, id } });
    return row && readEntry(row);
  },
  async changeResult(storeHash, id, { result, at }) {
    await connection.entry.updateMany({ where: { storeHash, id }, data: { result, at: new Date(at), nextTryAt: null } });
  },
  async countByResult(storeHash, thing) {
    const groups = await connection.entry.groupBy({ by: ['result'], where: { storeHash, ...(thing && { thing }) }, _count: true });
    const countOf = (result: string) => groups.find((group) => group.result === result)?._count ?? 0;
    return Object.fromEntries(RESULTS.map((result) => [result, countOf(result)])) as Record<Result, number>;
  },
  async latest(storeHash, thing, result) {
    const { _max } = await connection.entry.aggregate({ where: { storeHash, thing, result }, _max: { at: true } });
    return _max.at && instantFromDate(_max.at);
  },
  async deleteOlderThan(at) {
    await connection.entry.deleteMany({ where: { at: { lt: new Date(at) }, result: { notIn: OPEN_RESULTS } } });
  },
});

const conditionsOf = ({ results, direction, thing, recordId, search, from, before }: EntryFilter): Prisma.EntryWhereInput[] => {
  const conditions: Prisma.EntryWhereInput[] = [];
  if (results.length > 0) conditions.push({ result: { in: [...results] } });
  if (direction !== null) conditions.push({ direction });
  if (thing !== null) conditions.push({ thing });
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
