import type { CustomerState } from '../catalogue-words';
import type { HikeCustomer } from '../customer';
import type { CustomerId } from '../ids';
import type { Problem } from '../problems';
import { customerUrl } from './customer-url';
import { problemView } from './problem-view';
import type { CustomerRow } from './product-views';

/** A Hike customer as the database keeps it. */
export interface ListedCustomer {
  customer: HikeCustomer;
  state: CustomerState;
  problem: Problem | null;
  candidates: readonly CustomerId[];
  customerId: CustomerId | null;
}

const SENTENCES: Record<CustomerState, string> = {
  waiting: 'Waits to be sent',
  linked: 'In BigCommerce',
  'no-details': 'Not sent: first name, last name and e-mail are needed',
  ask: 'Several customers could be meant',
  refused: 'Not taken by BigCommerce',
  ignored: 'Put aside by a person',
};

/** A row of the Customers page. */
export const customerRow = ({ customer, state, problem, candidates, customerId }: ListedCustomer, controlPanelUrl: string | null): CustomerRow => {
  const view = problem && problemView(problem);
  const name = `${customer.firstName} ${customer.lastName}`.trim();
  return {
    hikeId: customer.id,
    name: name || customer.company || `Customer ${customer.id}`,
    email: customer.email,
    state,
    sentence: view?.sentence ?? SENTENCES[state],
    problem: view,
    customer: customerId === null ? null : { id: customerId, url: customerUrl(controlPanelUrl, customerId) },
    candidates: candidates.map((id) => ({ id, label: `Customer ${id}`, url: customerUrl(controlPanelUrl, id) })),
  };
};
