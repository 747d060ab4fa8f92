'use client';

import { Button } from '@bigcommerce/big-design';
import type { ProductRow } from '../../../lib/domain/views/product-views';
import { ProblemFixLink } from '../../shell/problem-fix-link';
import { Actions } from '../../ui/actions';
import { nameOf, VERB_WORDS, verbsOf } from './match-verbs';
import type { MatchDesk } from './use-match-desk';

export const ProductButtons = ({ row, desk }: { row: ProductRow; desk: MatchDesk }) => {
  const name = nameOf(row);
  return (
    <Actions>
      {/* A problem that is put right at this desk has its buttons here already. */}
      {row.problem !== null && row.problem.action !== 'open-products' && <ProblemFixLink problem={row.problem} />}
      {row.can.link && (
        <Button variant="secondary" mobileWidth="auto" aria-label={`Link: ${name}`} disabled={desk.isBusy} onClick={() => desk.askLink(row)}>
          Link…
        </Button>
      )}
      {verbsOf(row).map((verb) => (
        <Button
          key={verb}
          variant={verb === 'ignore' || verb === 'unlink' || verb === 'keep' ? 'subtle' : 'secondary'}
          mobileWidth="auto"
          actionType={verb === 'delete' ? 'destructive' : 'normal'}
          aria-label={`${VERB_WORDS[verb].button}: ${name}`}
          disabled={desk.isBusy}
          onClick={() => desk.begin(verb, { rows: [row] })}
        >
          {VERB_WORDS[verb].button}
        </Button>
      ))}
    </Actions>
  );
};
