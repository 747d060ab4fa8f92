import type { Settings } from '../../lib/domain/settings';
import type { SettingsView } from '../../lib/domain/views/views';
import type { SettingChange } from '../schedule/step';
import { nth } from './things';

/** The settings after somebody changed one of them, by what the page offers. */
export const changedSettings = ({ value, hike }: Pick<SettingsView, 'value' | 'hike'>, change: SettingChange): Settings => {
  const { catalogue } = value;
  switch (change.setting) {
    case 'register': {
      const register = nth(hike.registers, change.index);
      return register === undefined ? value : { ...value, outletId: register.outletId, registerId: register.id };
    }
    case 'payment': {
      const type = nth(hike.paymentTypes, change.index);
      return type === undefined ? value : { ...value, payments: { ...value.payments, fallback: type.id } };
    }
    case 'sale-price':
      return { ...value, salePrice: change.field };
    case 'owner':
      return { ...value, catalogue: { ...catalogue, owners: { ...catalogue.owners, [change.field]: change.owner } } };
    case 'deletes':
      return { ...value, catalogue: { ...catalogue, deletes: change.choice } };
    case 'new-products':
      return { ...value, catalogue: { ...catalogue, newProducts: change.choice } };
    case 'shipped-orders':
      return { ...value, shippedOrdersBecome: change.status };
    case 'follow-orders':
      return { ...value, followImportedOrders: change.isOn };
    case 'reverse-orders':
      return { ...value, reverseImportedOrders: change.isOn };
    case 'buffer':
      return { ...value, stock: { ...value.stock, buffer: { kind: 'units', value: change.units } } };
  }
};
