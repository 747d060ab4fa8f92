'use client';

import type { Settings } from '../../../lib/domain/settings';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { startWords } from './start-words';

interface StartDialogProps {
  run: CatalogueRunView;
  settings: Settings | undefined;
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

const Sentences = ({ sentences }: { sentences: readonly string[] }) => (
  <ul>
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

/** The last word before anything is written: exactly what. */
export const StartDialog = ({ run, settings, isBusy, onConfirm, onCancel }: StartDialogProps) => {
  const { written, left } = startWords(run, settings);
  const isStart = run.hold === null;
  return (
    <ConfirmDialog title={isStart ? 'Start the sync?' : 'Apply these changes?'} confirm={isStart ? 'Start' : 'Apply'} isBusy={isBusy} onConfirm={onConfirm} onCancel={onCancel}>
      {run.paused.products && <p>Products are paused: they are written once you resume.</p>}
      <p>{isStart ? 'This will be written, and from then on changes in Hike follow by themselves:' : 'This will be written:'}</p>
      <Sentences sentences={written} />
      <p>This is left as it is:</p>
      <Sentences sentences={left} />
      <p>You can pause {isStart && 'or cancel '}at any time; what was written by then stays.</p>
    </ConfirmDialog>
  );
};
