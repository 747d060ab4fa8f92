import type { SaleStatus } from '../state/sale-status.ts';
import type { SaleBody, SaleLineBody, SalePaymentBody } from './sale-body.ts';

type Filled<T, Numbers extends keyof T> = Omit<T, Numbers | 'id'> & Record<Numbers, number> & { id: number };

/** A line as the API answers it: nothing is left open. */
export type SaleLine = Filled<
  SaleLineBody,
  'sequence' | 'soldPrice' | 'totalDiscount' | 'totalAmount' | 'taxExclusiveTotalAmount' | 'effectiveAmount' | 'taxRate' | 'taxAmount'
>;

export type SalePayment = Omit<Filled<SalePaymentBody, 'tenderedAmount'>, 'paymentDate' | 'creationTime'> & {
  paymentDate: string;
  creationTime: string;
};

type Amounts = 'totalTip' | 'subTotal' | 'totalDiscount' | 'changeAmount' | 'totalTax' | 'totalPaid' | 'totalTender';

/** A sale as the API answers it. */
export type Sale = Omit<Filled<SaleBody, Amounts>, 'status' | 'transactionDate' | 'finalizeDate' | 'invoiceLineItems' | 'invoicePayments'> & {
  status: SaleStatus;
  number: string;
  barcode: string;
  currency: string;
  transactionDate: string;
  finalizeDate: string | null;
  registerName: string;
  registerClosureId: number;
  customerEmailId: string | null;
  customerPhone: string | null;
  creationTime: string;
  lastModificationTime: string;
  invoiceLineItems: SaleLine[];
  invoicePayments: SalePayment[];
};
