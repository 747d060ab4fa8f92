import type { Problem } from '../../../domain/problems';
import type { CustomerOutcome } from '../../ports/bigcommerce';
import type { SeenCustomer } from '../../ports/tables';
import { asLinked } from './customer-states';
import type { CustomerStep } from './plan-customers';
import type { CustomerTrace } from './record-customers';

type CallStep = Extract<CustomerStep, { kind: 'create' | 'update' }>;

/** What is left of a step that needed no call of its own. */
export const traceOfStep = (step: Exclude<CustomerStep, CallStep>): CustomerTrace => {
  const { row, seen: was } = step;
  const quiet = { row, was, newId: null, news: null };
  switch (step.kind) {
    case 'no-details':
      // What BigCommerce has of it already stays: nothing empty goes over something full.
      return { ...quiet, is: was.customerId === null ? { ...was, state: 'no-details', problem: step.problem, candidates: [] } : { ...was, state: 'linked', problem: null } };
    case 'agreed':
      return { ...quiet, is: asLinked(was, step) };
    case 'link':
      return { ...quiet, is: asLinked(was, step), newId: step.id, news: `Linked with customer ${step.id}, who has the same e-mail.` };
    case 'ask':
      return { ...quiet, is: { ...was, state: 'ask', problem: step.problem, candidates: step.candidates }, news: step.problem };
    case 'refuse':
      return { ...quiet, is: asRefused(was, step.problem), news: step.problem };
    default:
      return step satisfies never;
  }
};

/** What is left of a call; an address that was left out is told with it. */
export const traceOfCall = (step: CallStep, outcome: CustomerOutcome): CustomerTrace => {
  const { row, seen: was, draft, note } = step;
  if (outcome.kind === 'refused') return { row, was, is: asRefused(was, outcome.problem), newId: null, news: outcome.problem };
  const { id, addressId } = outcome;
  const words = step.kind === 'create' ? `Created as customer ${id}.` : `Customer ${id} has Hike’s details now.`;
  return { row, was, is: asLinked(was, { id, draft }), newId: step.kind === 'create' ? id : null, addressId, news: [words, ...(note === null ? [] : [note])].join(' ') };
};

const asRefused = (was: SeenCustomer, reason: Problem): SeenCustomer => ({ ...was, state: 'refused', problem: reason, candidates: [] });
