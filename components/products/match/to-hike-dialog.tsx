'use client';

import type { ToHikePreviewView } from '../../../lib/domain/views/product-views';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { countOf } from '../../ui/count-of';
import { FinePrint } from '../../ui/fine-print';
import { DoneSoFar } from './done-so-far';
import { productsWord } from './match-verbs';
import { skusWords } from './row-words';
import { toHikeWords } from './to-hike-words';

interface ToHikeDialogProps {
  preview: ToHikePreviewView;
  isBusy: boolean;
  doneSoFar: number;
  /** The keys of the rows that are shown and can be created. */
  onSend: (keys: string[]) => void;
  onCancel: () => void;
}

/** So many that they take a while. */
const MANY = 50;

const More = ({ count }: { count: number }) => (count > 0 ? <li>and {count.toLocaleString('en')} more</li> : null);

/** What would be created in Hike, and what cannot be. */
export const ToHikeDialog = ({ preview: { rows, totals }, isBusy, doneSoFar, onSend, onCancel }: ToHikeDialogProps) => {
  const possible = rows.filter(({ problem }) => problem === null);
  const impossible = rows.filter(({ problem }) => problem !== null);
  return (
    <ConfirmDialog
      title={totals.possible === 0 ? 'Nothing can be created in Hike' : `Create ${productsWord(totals.possible)} in Hike?`}
      confirm={`Create ${productsWord(totals.possible)}`}
      isBusy={isBusy}
      isIncomplete={totals.possible === 0}
      onConfirm={() => onSend(possible.map(({ key }) => key))}
      onCancel={onCancel}
    >
      {possible.length > 0 && (
        <>
          <p>{toHikeWords(totals.possible)}</p>
          {totals.possible > MANY && (
            <p>
              {productsWord(totals.possible)} with {countOf(totals.variants, 'variant', 'variants')} in all. Hike takes thirty products a minute at most; they follow by themselves, whether this page is open or not, once they are on their way.
            </p>
          )}
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
            <More count={totals.possible - possible.length} />
          </ul>
        </>
      )}
      {impossible.length > 0 && (
        <>
          <p>{totals.possible > 0 ? `${countOf(totals.impossible, 'product is', 'products are')} left out:` : 'This is why:'}</p>
          <ul>
            {impossible.map(({ key, name, problem }) => (
              <li key={key}>
                {name}: {problem?.sentence} {problem?.remedy}
              </li>
            ))}
            <More count={totals.impossible - impossible.length} />
          </ul>
        </>
      )}
      {isBusy && <DoneSoFar count={doneSoFar} />}
    </ConfirmDialog>
  );
};
