import { CUSTOMER_STATES, type CustomerState } from '../../lib/domain/catalogue-words';
import type { CustomerAction } from '../../lib/domain/views/product-views';

type Variant = 'danger' | 'secondary' | 'success' | 'warning' | 'primary';

interface StateWords {
  /** Of the tab and of the badge. */
  title: string;
  variant: Variant;
  /** What the list holds, and what there is to do. */
  about: string;
}

/** Red is for what waits for a person, and for nothing else. */
export const STATE_WORDS: Record<CustomerState, StateWords> = {
  ask: { title: 'Needs you', variant: 'danger', about: 'Several customers share an e-mail, in Hike or in BigCommerce. Choose the right one once; the choice is kept.' },
  refused: { title: 'Refused', variant: 'danger', about: 'BigCommerce did not take these. Each says why and what to do.' },
  waiting: { title: 'Waiting', variant: 'primary', about: 'These are sent soon, by themselves.' },
  linked: { title: 'In BigCommerce', variant: 'success', about: 'Found in BigCommerce by e-mail, or created there. Later changes in Hike follow.' },
  'no-details': {
    title: 'Without details',
    variant: 'secondary',
    about: 'A customer is sent only with first name, last name and e-mail. Complete them in Hike and they follow by themselves. Their sales are sent all the same, as a guest’s.',
  },
  ignored: { title: 'Put aside', variant: 'secondary', about: 'You told the app to leave these alone. Put them back at any time.' },
};

export type CustomersTab = CustomerState | 'all';

const IN_ORDER = Object.keys(STATE_WORDS) as CustomerState[];

export const titleOf = (tab: CustomersTab): string => (tab === 'all' ? 'All' : STATE_WORDS[tab].title);

/** States that nobody is in would only take room; the one that is open stays. */
export const shownTabs = (counts: Record<CustomerState, number>, active: CustomersTab): CustomersTab[] => ['all', ...IN_ORDER.filter((state) => state === active || counts[state] > 0)];

export const countOfTab = (counts: Record<CustomerState, number>, tab: CustomersTab): number =>
  tab === 'all' ? CUSTOMER_STATES.reduce((sum, state) => sum + counts[state], 0) : counts[tab];

export type CustomerVerb = Exclude<CustomerAction['action'], 'choose' | 'create'>;

export const CUSTOMER_VERBS: Record<CustomerVerb, { button: string; done: (name: string) => string }> = {
  retry: { button: 'Try again', done: (name) => `${name} is tried again.` },
  ignore: { button: 'Ignore', done: (name) => `${name} is put aside. Where one customer alone is left with the same e-mail, that one is sent.` },
  unignore: { button: 'Put back', done: (name) => `${name} is put back.` },
};

/** A customer in BigCommerce; `create`: this one becomes it there; `null`: never sent. */
export type CustomerChoice = number | 'create' | null;

/** Said once the choice is kept. */
export const choiceWords = ({ name, email }: { name: string; email: string }, choice: CustomerChoice): string => {
  if (choice === null) return `${name} is never sent.`;
  return choice === 'create' ? `${name} is sent to BigCommerce. Nobody else in Hike is sent with the e-mail ${email}.` : `The choice for ${name} is kept.`;
};

/** What can be done to a customer beside choosing. */
export const verbsOf = (state: CustomerState): CustomerVerb[] => {
  switch (state) {
    case 'refused':
      return ['retry', 'ignore'];
    case 'ask':
    case 'waiting':
      return ['ignore'];
    case 'ignored':
      return ['unignore'];
    case 'linked':
    case 'no-details':
      return [];
  }
};
