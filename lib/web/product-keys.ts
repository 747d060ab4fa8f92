import { z } from 'zod';

/** How pages name products of either side: `hike:812`, `bigcommerce:77`. */
export const ProductKeys = z.array(z.string().regex(/^(hike|bigcommerce):\d{1,15}$/)).min(1).max(500);
