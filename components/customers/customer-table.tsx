'use client';

import { Badge, Button } from '@bigcommerce/big-design';
import type { Ref } from 'react';
import type { CustomerRow } from '../../lib/domain/views/product-views';
import { ProblemFixLink } from '../shell/problem-fix-link';
import { Actions } from '../ui/actions';
import { Email } from '../ui/email';
import { FinePrint } from '../ui/fine-print';
import { OutsideLink } from '../ui/outside-link';
import { RecordHeadings } from '../ui/record-headings';
import { RecordBody, RecordCell, RecordRow, RecordTable } from '../ui/record-table';
import { CUSTOMER_VERBS, STATE_WORDS, verbsOf, type CustomerVerb } from './customer-words';

interface LineProps {
  row: CustomerRow;
  isBusy: boolean;
  onChoose: (row: CustomerRow) => void;
  onVerb: (verb: CustomerVerb, row: CustomerRow) => void;
}

const Partner = ({ customer }: Pick<CustomerRow, 'customer'>) => {
  if (customer === null) return null;
  const name = `Customer ${customer.id}`;
  return customer.url === null ? name : <OutsideLink href={customer.url}>{name}</OutsideLink>;
};

const CustomerLine = ({ row, isBusy, onChoose, onVerb }: LineProps) => {
  const { name, email, state, sentence, problem } = row;
  const { title, variant } = STATE_WORDS[state];
  return (
    <RecordRow>
      <RecordCell $wide>
        {name}
        <FinePrint>{email === '' ? 'No e-mail' : <Email address={email} />}</FinePrint>
      </RecordCell>
      <RecordCell $wide>
        <Badge label={title} variant={variant} />
        {sentence !== title && <div>{sentence}</div>}
        {/* The choice itself has its button here. */}
        {problem !== null && problem.action !== 'choose-customer' && <FinePrint>{problem.remedy}</FinePrint>}
        <div>
          <Partner customer={row.customer} />
        </div>
      </RecordCell>
      <RecordCell $wide>
        <Actions>
          {state === 'ask' && (
            <Button variant="secondary" mobileWidth="auto" aria-label={`Choose: ${name}`} disabled={isBusy} onClick={() => onChoose(row)}>
              Choose…
            </Button>
          )}
          {problem !== null && problem.action !== 'choose-customer' && <ProblemFixLink problem={problem} />}
          {verbsOf(state).map((verb) => (
            <Button key={verb} variant={verb === 'ignore' ? 'subtle' : 'secondary'} mobileWidth="auto" aria-label={`${CUSTOMER_VERBS[verb].button}: ${name}`} disabled={isBusy} onClick={() => onVerb(verb, row)}>
              {CUSTOMER_VERBS[verb].button}
            </Button>
          ))}
        </Actions>
      </RecordCell>
    </RecordRow>
  );
};

interface CustomerTableProps extends Omit<LineProps, 'row'> {
  rows: readonly CustomerRow[];
  listRef: Ref<HTMLTableElement>;
}

export const CustomerTable = ({ rows, listRef, ...line }: CustomerTableProps) => (
  <RecordTable ref={listRef} tabIndex={-1} aria-label="Customers">
    <RecordHeadings names={['Customer in Hike', 'In BigCommerce']} hasActions />
    <RecordBody>
      {rows.map((row) => (
        <CustomerLine key={row.hikeId} row={row} {...line} />
      ))}
    </RecordBody>
  </RecordTable>
);
