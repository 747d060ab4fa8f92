import { z } from 'zod';
import type { ChangeView, EntryRow } from './views';

const Changed = z.object({ changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })) });

/** What an entry changed, field by field; most entries tell of no such thing. */
export const entryChanges = (detail: EntryRow['detail']): readonly ChangeView[] => {
  const read = Changed.safeParse(detail);
  return read.success ? read.data.changes : [];
};
