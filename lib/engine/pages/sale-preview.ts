import { HikeCustomerId, type OrderId, type StoreHash } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import type { Order } from '../../domain/order';
import { isProblem, problem, type Problem } from '../../domain/problems';
import { hikeCustomerForOrder } from '../../domain/rules/hike-customer-for-order';
import { hikeSaleFromBigCommerceOrder, type ImportContext } from '../../domain/rules/hike-sale-from-bigcommerce-order';
import type { Settings } from '../../domain/settings';
import { problemView } from '../../domain/views/problem-view';
import { salePreview } from '../../domain/views/sale-preview';
import type { SalePreviewAnswer } from '../../domain/views/views';
import { findPreviewed, type PreviewedOrder } from '../jobs/import-order/previewed-order';
import { PRIORITY } from '../priorities';
import { type PageDeps, readStoreState } from './page-deps';

const UNKNOWN_YET = HikeCustomerId.parse(1);

/** Settings are tried out one after the other, and the order is read once for all of them. */
const READ_AGAIN_MS = 10 * 60_000;

/** The sale that an order would become by settings that need not be saved; reads the order first where it is not in hand. */
export const previewSale = async (deps: PageDeps, storeHash: StoreHash, { orderId, settings }: { orderId: OrderId; settings: Settings }): Promise<SalePreviewAnswer> => {
  const { store: { profile }, connection } = await readStoreState(deps, storeHash);
  const lists = connection?.lists ?? null;
  if (profile === null || lists === null) return refused(problem('hike-not-connected'));
  const previewed = await findPreviewed(deps.database.tables, storeHash);
  if (!isInHand(deps, orderId, previewed)) {
    await askFor(deps, storeHash, orderId);
    return { kind: 'reading' };
  }
  const { order, products } = previewed;
  if (order === null) return refused(problem('order-gone'));
  const who = customerOf(order);
  if (isProblem(who)) return refused(who);
  const context = { storeHash, appId: deps.installation.appId, settings, hikeLists: lists, profile, products: new Map(products), customer: who };
  const decision = hikeSaleFromBigCommerceOrder(order, context);
  return decision.kind === 'refuse' ? refused(decision.problem) : { kind: 'sale', sale: salePreview(decision.draft, lists), notes: decision.notes };
};

const refused = (reason: Problem): SalePreviewAnswer => ({ kind: 'refused', problem: problemView(reason) });

/** Who it is in Hike is asked for, or made, when the order is imported; the name is the same. */
const customerOf = ({ billing }: Order): ImportContext['customer'] | Problem => {
  const decision = hikeCustomerForOrder(billing, []);
  switch (decision.kind) {
    case 'refuse':
      return decision.problem;
    case 'guest':
      return null;
    case 'use':
      return { id: decision.customer.id, name: decision.name };
    case 'create':
      return { id: UNKNOWN_YET, name: `${decision.draft.firstName} ${decision.draft.lastName}` };
  }
};

const isInHand = ({ clock }: PageDeps, orderId: OrderId, previewed: PreviewedOrder | null): previewed is PreviewedOrder =>
  previewed?.orderId === orderId && clock.now() < instantPlus(previewed.readAt, READ_AGAIN_MS);

const askFor = (deps: PageDeps, storeHash: StoreHash, orderId: OrderId): Promise<void> =>
  deps.database.transaction('preview-asked-for', async (tables) => {
    const id = String(orderId);
    if ((await tables.dirty.find(storeHash, 'preview-order', id)) !== null) return;
    await tables.dirty.mark(storeHash, { thing: 'preview-order', id, priority: PRIORITY.person, notBefore: deps.clock.now(), trigger: 'person' });
    await deps.queue.wake(storeHash, tables);
  });
