import type { OutletId, RegisterId } from '../ids';
import { problem, type Problem } from '../problems';
import type { Settings } from '../settings';
import type { HikeLists } from '../shop-lists';

/** The outlet and register that imported orders are booked to, or which of them is unset or no longer in Hike. */
export const tillForOrders = (
  settings: Pick<Settings, 'outletId' | 'registerId'>,
  { outlets, registers }: Pick<HikeLists, 'outlets' | 'registers'>,
): { outletId: OutletId; registerId: RegisterId } | Problem => {
  const { outletId, registerId } = settings;
  if (outletId === null || registerId === null) return problem('settings-missing', { missing: outletId === null ? 'outlet' : 'register' });
  if (!outlets.some(({ id, isActive }) => id === outletId && isActive)) return problem('outlet-gone');
  const register = registers.find(({ id, isActive }) => id === registerId && isActive);
  if (!register) return problem('register-gone');
  return register.outletId === outletId ? { outletId, registerId } : problem('register-elsewhere', { register: register.name });
};
