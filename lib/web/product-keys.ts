import { z } from 'zod';

/** How pages name a product of either side: `hike:812`, `bigcommerce:77`. */
export const ProductKey = z.string().regex(/^(hike|bigcommerce):\d{1,15}$/);

export const ProductKeys = z.array(ProductKey).min(1).max(500);
