import { useCallback } from 'react';
import { useSession } from './session-context';
import { apiPath } from './store-paths';
import { useAction } from './use-action';

/** Some browsers read the file only after the click has returned. */
const KEPT_MS = 60_000;

const giveTo = (name: string, file: Blob): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
};

/** A file of the API's. A plain link would not do: it carries no token. */
export const useDownload = (path: string, name: string) => {
  const { storeHash, session } = useSession();
  return useAction(useCallback(async () => giveTo(name, await session.download(apiPath(storeHash, path))), [storeHash, session, path, name]));
};
