'use client';

import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FirstOf } from '../../ui/first-of';
import { DoneSoFar } from './done-so-far';
import { type MatchVerb, nameOf, productsWord, VERB_WORDS } from './match-verbs';
import type { Chosen } from './use-match-desk';

const productsOf = (chosen: Chosen): string => {
  if ('all' in chosen) return `all ${productsWord(chosen.total)}`;
  const [only, ...others] = chosen.rows;
  return only !== undefined && others.length === 0 ? `“${nameOf(only)}”` : productsWord(chosen.rows.length);
};

interface VerbDialogProps {
  verb: MatchVerb;
  chosen: Chosen;
  isBusy: boolean;
  doneSoFar: number;
  onConfirm: () => void;
  onCancel: () => void;
}

export const VerbDialog = ({ verb, chosen, isBusy, doneSoFar, onConfirm, onCancel }: VerbDialogProps) => {
  const { button, question } = VERB_WORDS[verb];
  const products = productsOf(chosen);
  return (
    <ConfirmDialog
      title={question?.title(products) ?? `${button}: ${products}?`}
      confirm={button}
      isBusy={isBusy}
      isDestructive={question?.isDestructive ?? false}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {question !== null && <p>{question.text}</p>}
      {'rows' in chosen && chosen.rows.length > 1 && <FirstOf items={chosen.rows.map((row) => ({ key: row.key, text: nameOf(row) }))} />}
      {'all' in chosen && <p>{chosen.all.search === '' ? 'This is for all of the list, on every page' : `This is for all on the list that match “${chosen.all.search}”, on every page`}. Leave this page open until it is done.</p>}
      {isBusy && <DoneSoFar count={doneSoFar} />}
    </ConfirmDialog>
  );
};
