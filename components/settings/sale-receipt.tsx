'use client';

import styled from 'styled-components';
import type { SalePreview } from '../../lib/domain/views/sale-preview';
import { Disclosure } from '../ui/disclosure';
import { FinePrint } from '../ui/fine-print';
import { Moment } from '../ui/moment';
import { RecordHeadings } from '../ui/record-headings';
import { RecordBody, RecordCell, RecordRow, RecordTable } from '../ui/record-table';

const Sums = styled.dl`
  display: grid;
  gap: ${({ theme }) => `${theme.spacing.xxSmall} ${theme.spacing.medium}`};
  grid-template-columns: auto auto;
  justify-content: end;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: ${({ theme }) => `${theme.spacing.small} 0`};

  dd {
    font-variant-numeric: tabular-nums;
    margin: 0;
    text-align: right;
  }
`;

const Note = styled.pre`
  font-family: inherit;
  margin: 0;
  white-space: pre-wrap;
`;

const Head = styled.p`
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: ${({ theme }) => `0 0 ${theme.spacing.small}`};
`;

const LineRows = ({ lines }: Pick<SalePreview, 'lines'>) => (
  <RecordBody>
    {lines.map((line, index) => (
      <RecordRow key={index}>
        <RecordCell $wide>
          {line.title}
          <FinePrint>{line.sku}</FinePrint>
        </RecordCell>
        <RecordCell data-label="Quantity">{line.quantity}</RecordCell>
        <RecordCell data-label="Price">{line.unitPrice}</RecordCell>
        <RecordCell data-label="Discount">{line.discount || 'None'}</RecordCell>
        <RecordCell data-label="Tax">{line.tax}</RecordCell>
        <RecordCell data-label="Total">{line.total}</RecordCell>
      </RecordRow>
    ))}
  </RecordBody>
);

const Sum = ({ name, amount }: { name: string; amount: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{amount}</dd>
  </>
);

/** A sale as the till would show it. */
export const SaleReceipt = ({ sale, timeZone }: { sale: SalePreview; timeZone: string }) => (
  <>
    <Head>
      <strong>
        Sale {sale.number}, {sale.status}
      </strong>
      <br />
      {sale.outlet}, register {sale.register}, <Moment at={sale.at} timeZone={timeZone} />
      <br />
      Customer: {sale.customer}
    </Head>
    <RecordTable aria-label="Lines of the sale">
      <RecordHeadings names={['Item', 'Quantity', 'Price', 'Discount', 'Tax', 'Total']} />
      <LineRows lines={sale.lines} />
    </RecordTable>
    <Sums>
      {sale.shipping !== null && <Sum name={`Shipping (${sale.shipping.tax})`} amount={sale.shipping.amount} />}
      {sale.rounding !== null && <Sum name="Rounding" amount={sale.rounding} />}
      <Sum name="Total" amount={sale.total} />
      <Sum name="Tax in it" amount={sale.tax} />
      {sale.payments.map(({ name, amount }, index) => (
        <Sum key={index} name={`Paid by ${name}`} amount={amount} />
      ))}
    </Sums>
    <Disclosure summary="Note of the sale">
      <Note>{sale.note}</Note>
    </Disclosure>
  </>
);
