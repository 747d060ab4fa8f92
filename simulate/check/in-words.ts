import { ECOMMERCE, type HikeProduct, type Order, type Sale } from '../traffic/things';

const OURS = '4711';
/** Refunded, cancelled. */
export const CALLED_OFF: ReadonlySet<number> = new Set([4, 5]);
const PARTIALLY_REFUNDED = 14;

export const isOurs = ({ external_source: source }: Order): boolean => source === OURS;

export const numberOfImport = ({ id }: Order): string => `BC-${id}`;

export const isFromStore = ({ number }: Sale): boolean => number.startsWith('BC-');

export const isCalledOff = ({ status_id: status, is_deleted: isDeleted }: Order): boolean => isDeleted || CALLED_OFF.has(status) || status === PARTIALLY_REFUNDED;

/** Neither voided nor given back at the till. */
export const isStanding = ({ status }: Sale): boolean => status === 'Parked' || status === 'Completed';

export const isSoldOnline = ({ isActive, sales_channels: channels }: HikeProduct): boolean => isActive && channels.some(({ sales_channels: channel }) => channel === ECOMMERCE);

export const keyOfEmail = (email: string | null): string => (email ?? '').trim().toLowerCase();
