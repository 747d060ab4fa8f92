'use client';

import { LinkDialog } from './link-dialog';
import { nameOf, VERB_WORDS } from './match-verbs';
import { ToHikeDialog } from './to-hike-dialog';
import { actionOn, type MatchDesk } from './use-match-desk';
import { VerbDialog } from './verb-dialog';

/** What is asked before it is done. */
export const MatchDialogs = ({ desk }: { desk: MatchDesk }) => {
  const { question, isBusy, doIt, close } = desk;
  switch (question?.kind) {
    case 'link': {
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
    case 'to-hike':
      return (
        <ToHikeDialog
          preview={question.preview}
          isBusy={isBusy}
          doneSoFar={desk.actions.doneSoFar}
          onSend={(keys) => void doIt('rows' in question.chosen ? { action: 'send-to-hike', keys } : actionOn('send-to-hike', question.chosen), VERB_WORDS['send-to-hike'].done)}
          onCancel={close}
        />
      );
    case 'verb': {
      const { verb, chosen } = question;
      return (
        <VerbDialog verb={verb} chosen={chosen} isBusy={isBusy} doneSoFar={desk.actions.doneSoFar} onConfirm={() => void doIt(actionOn(verb, chosen), VERB_WORDS[verb].done)} onCancel={close} />
      );
    }
    case undefined:
      return null;
  }
};
