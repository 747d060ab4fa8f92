import { env } from '../env';

/** What a page must know of the environment; none of it secret. */
export const clientSettings = (): { sdkUrl: string } => ({ sdkUrl: env().bigcommerce.sdkUrl });
