import type { CustomerState } from '../../../domain/catalogue-words';
import type { HikeCustomer } from '../../../domain/customer';
import type { CustomerId, HikeCustomerId, StoreHash } from '../../../domain/ids';
import type { Problem } from '../../../domain/problems';

/** A customer as Hike last told it, and where it stands with BigCommerce. */
export interface SeenCustomer {
  customer: HikeCustomer;
  fingerprint: string;
  state: CustomerState;
  problem: Problem | null;
  /** What a person chooses from while the state is `ask`. */
  candidates: CustomerId[];
  customerId: CustomerId | null;
  /** Hash of what BigCommerce was last given. */
  written: string | null;
}

export interface SeenCustomerFilter {
  states: readonly CustomerState[];
  /** Looks at names and e-mail. */
  search: string;
  offset: number;
  limit: number;
}

export interface SeenCustomers {
  findMany(storeHash: StoreHash, ids: readonly HikeCustomerId[]): Promise<SeenCustomer[]>;
  saveMany(storeHash: StoreHash, seen: readonly SeenCustomer[]): Promise<void>;
  /** By first and last name, then id. */
  list(storeHash: StoreHash, filter: SeenCustomerFilter): Promise<SeenCustomer[]>;
  countByState(storeHash: StoreHash): Promise<Record<CustomerState, number>>;
  /** Hike customers with this e-mail, without case: two that share one are asked about. */
  findByEmails(storeHash: StoreHash, emails: readonly string[]): Promise<SeenCustomer[]>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}
