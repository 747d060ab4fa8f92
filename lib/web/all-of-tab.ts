import { z } from 'zod';
import { PRODUCTS_TABS } from '../domain/views/product-views';

/** All that a tab of the match desk holds, as far as a search finds it. */
export const AllOfTab = z.strictObject({ tab: z.enum(PRODUCTS_TABS), search: z.string().trim().max(200) });
