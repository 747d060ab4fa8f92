import type { Trigger } from '../../../domain/entry';
import { explainProblem, problem } from '../../../domain/problems';
import type { HikeProductId } from '../../../domain/ids';
import type { EntryDraft, Tables } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import { ALL_RECORDS } from '../fail-together';
import type { JobContext } from '../job';
import { stockSubject, WHOLE_STOCK } from './stock-subject';
import type { OutsideMove } from './take-in-levels';
import type { RefusedLevel } from './write-levels';

/** The line of the sync log about all zeros that wait for a person. */
export const HELD_RECORD = 'held';

interface Words {
  trigger: Trigger;
  /** SKU of a variant, or its name where it has none. */
  nameOf(hikeId: HikeProductId): string;
}

/** Somebody or something outside moved a count: told, and nothing to do. */
export const outsideEntry = (context: JobContext, { hikeId, variantId, before, now }: OutsideMove, { trigger, nameOf }: Words): EntryDraft => {
  const name = nameOf(hikeId);
  const reason = problem('stock-moved-outside', { sku: name, before: String(before), after: String(now) });
  const outcome = { result: 'done', message: explainProblem(reason).sentence, problem: reason } as const;
  return entryOf(context, { row: { id: String(hikeId), trigger }, subject: stockSubject({ hikeId, variantId, name }), outcome });
};

export const refusedEntry = (context: JobContext, { level, problem: refusal }: RefusedLevel, { trigger, nameOf }: Words): EntryDraft => {
  const subject = stockSubject({ hikeId: level.hikeId, variantId: level.variantId, name: nameOf(level.hikeId) });
  const outcome = refusalOf(refusal);
  return entryOf(context, { row: { id: String(level.hikeId), trigger }, subject, outcome });
};

export const heldEntry = (context: JobContext, trigger: Trigger, held: number): EntryDraft =>
  entryOf(context, { row: { id: HELD_RECORD, trigger }, subject: WHOLE_STOCK, outcome: refusalOf(problem('stock-held', { count: String(held) })) });

interface Round {
  trigger: Trigger;
  isDone(recordId: string): boolean;
  /** BigCommerce is to show the variant's stock at all. */
  isShown(recordId: string): boolean;
  held: number;
}

/** Open lines about what went well now, of these variants or of the stock as a whole. */
export const closeOpenEntries = async (context: JobContext, tables: Tables, { trigger, isDone, isShown, held }: Round): Promise<void> => {
  const open = await tables.entries.list(context.storeHash, { ...OPEN_ENTRIES, thing: 'stock' });
  const over = open.filter(({ recordId }) => recordId === ALL_RECORDS || (recordId === HELD_RECORD ? held === 0 : isDone(recordId)));
  for (const { label, bigcommerceId, hikeId, recordId } of over) {
    const subject = { ...WHOLE_STOCK, label, bigcommerceId, hikeId };
    const outcome = { result: 'done', message: overMessage(recordId, isShown) } as const;
    await tables.entries.record(context.storeHash, entryOf(context, { row: { id: recordId, trigger }, subject, outcome }));
  }
};

const overMessage = (recordId: string, isShown: Round['isShown']): string => {
  if (recordId === HELD_RECORD) return 'No zero waits for a person any more.';
  return recordId === ALL_RECORDS || isShown(recordId) ? 'BigCommerce shows Hike’s stock again.' : 'It has no stock to show in BigCommerce any more.';
};

const OPEN_ENTRIES = { results: ['needs-you', 'waiting', 'retrying'], direction: null, search: '', from: null, before: null, limit: 500 } as const;
