'use client';

import type { ToHikePreviewView } from '../../../lib/domain/views/product-views';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { countOf } from '../../ui/count-of';
import { FinePrint } from '../../ui/fine-print';
import { productsWord } from './match-verbs';
import { skusWords } from './row-words';

interface ToHikeDialogProps {
  preview: ToHikePreviewView;
  isBusy: boolean;
  onSend: (keys: string[]) => void;
  onCancel: () => void;
}

/** What would be created in Hike, and what cannot be. */
export const ToHikeDialog = ({ preview: { rows }, isBusy, onSend, onCancel }: ToHikeDialogProps) => {
  const possible = rows.filter(({ problem }) => problem === null);
  const impossible = rows.filter(({ problem }) => problem !== null);
  return (
    <ConfirmDialog
      title={possible.length === 0 ? 'Nothing can be created in Hike' : `Create ${productsWord(possible.length)} in Hike?`}
      confirm={`Create ${productsWord(possible.length)}`}
      isBusy={isBusy}
      isIncomplete={possible.length === 0}
      onConfirm={() => onSend(possible.map(({ key }) => key))}
      onCancel={onCancel}
    >
      {possible.length > 0 && (
        <>
          <p>They are created once and linked. From then on Hike is their master. Nothing that is in Hike already is changed. Their pictures are sent as addresses; look in Hike afterwards whether it took them.</p>
          <ul>
            {possible.map(({ key, name, skus, price, variants }) => (
              <li key={key}>
                {name}, {price}
                <FinePrint>
                  {variants > 1 ? `${countOf(variants, 'variant', 'variants')}: ` : ''}
                  {skusWords(skus)}
                </FinePrint>
              </li>
            ))}
          </ul>
        </>
      )}
      {impossible.length > 0 && (
        <>
          <p>{possible.length > 0 ? 'These are left out:' : 'This is why:'}</p>
          <ul>
            {impossible.map(({ key, name, problem }) => (
              <li key={key}>
                {name}: {problem?.sentence} {problem?.remedy}
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
};
