import type { OrderRow } from '../../lib/domain/views/views';

export interface ImportNews {
  kind: 'success' | 'warning' | 'info';
  title: string;
  /** `null` where the problem, or the button below, says the rest. */
  text: string | null;
}

type Told = Pick<OrderRow, 'state' | 'stateSentence' | 'problem' | 'canImport'>;

const leftOut = ({ problem, canImport }: Told): ImportNews => ({
  kind: 'info',
  title: 'Left out',
  text: problem === null && canImport ? 'Somebody left this order out. You can import it all the same.' : null,
});

/** How an order stands with Hike, in the panel's words. */
export const importNews = (order: Told): ImportNews => {
  switch (order.state) {
    case 'to-import':
      return { kind: 'info', title: 'Not in Hike yet', text: null };
    case 'importing':
      return { kind: 'info', title: 'Importing to Hike', text: 'This takes a moment. It goes on when you close this panel.' };
    case 'checking':
      return { kind: 'info', title: 'Checking with Hike', text: 'Hike’s answer was lost. We look whether the sale is there before anything is repeated, so nothing is added twice.' };
    case 'needs-you':
      return { kind: 'warning', title: 'Not imported', text: order.problem === null ? order.stateSentence : null };
    case 'imported':
      return { kind: 'success', title: order.stateSentence, text: null };
    case 'changed':
      return { kind: 'warning', title: 'Changed since it was imported', text: order.problem === null ? order.stateSentence : null };
    case 'left-out':
      return leftOut(order);
    default:
      return order.state satisfies never;
  }
};
