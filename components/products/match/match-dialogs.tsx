'use client';

import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FirstOf } from '../../ui/first-of';
import { LinkDialog } from './link-dialog';
import { nameOf, productsWord, VERB_WORDS } from './match-verbs';
import { ToHikeDialog } from './to-hike-dialog';
import type { MatchDesk } from './use-match-desk';

/** What is asked before it is done. */
export const MatchDialogs = ({ desk }: { desk: MatchDesk }) => {
  const { question, isBusy, doIt, close } = desk;
  if (question === null) return null;
  if (question.kind === 'link') {
    const { row } = question;
    return (
      <LinkDialog
        row={row}
        isBusy={isBusy}
        onLink={(productId) => void (row.hike !== null && doIt({ action: 'link', hikeId: row.hike.id, productId }, () => `“${nameOf(row)}” is linked.`))}
        onCancel={close}
      />
    );
  }
  if (question.kind === 'to-hike') {
    return <ToHikeDialog preview={question.preview} isBusy={isBusy} onSend={(keys) => void doIt({ action: 'send-to-hike', keys }, VERB_WORDS['send-to-hike'].done)} onCancel={close} />;
  }
  const { verb, rows } = question;
  const words = VERB_WORDS[verb];
  if (words.question === null) return null;
  const products = rows.length === 1 && rows[0] !== undefined ? `“${nameOf(rows[0])}”` : productsWord(rows.length);
  return (
    <ConfirmDialog
      title={words.question.title(products)}
      confirm={words.button}
      isBusy={isBusy}
      isDestructive={words.question.isDestructive}
      onConfirm={() => void doIt({ action: verb, keys: rows.map(({ key }) => key) }, words.done)}
      onCancel={close}
    >
      <p>{words.question.text}</p>
      {rows.length > 1 && <FirstOf items={rows.map((row) => ({ key: row.key, text: nameOf(row) }))} />}
    </ConfirmDialog>
  );
};
