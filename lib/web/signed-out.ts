import type { StoreHash } from '../domain/ids';
import type { ApiRefusal } from '../domain/views/views';
import { ApiRefused } from './api-refused';
import type { Edge } from './edge';

/** Without cookies nothing but a new launch brings a session back, so the refusal says where to find one. */
export const signedOut = async ({ env, account }: Pick<Edge, 'env' | 'account'>, storeHash: StoreHash): Promise<ApiRefused> => {
  const store = await account.findStore(storeHash);
  const panel = store?.profile?.controlPanelUrl.replace(/\/+$/, '');
  const refusal: ApiRefusal = { code: 'signed-out', message: 'Your session has ended. Open the app again from the control panel.' };
  return new ApiRefused(panel === undefined ? refusal : { ...refusal, reopenUrl: `${panel}/manage/app/${env.bigcommerce.appId}` });
};
