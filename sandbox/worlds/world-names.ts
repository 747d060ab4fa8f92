export const WORLD_NAMES = ['empty', 'demo', 'us', 'catalogue', 'large', 'large-linked'] as const;
export type WorldName = (typeof WORLD_NAMES)[number];
