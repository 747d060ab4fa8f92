import type { CatalogueRunView } from '../../../lib/domain/views/product-views';

/** What the numbers of a dry run are about. */
export const resultWords = (hold: CatalogueRunView['hold']): { title: string; about: string } => {
  if (hold === null) return { title: 'What the sync would do', about: 'Nothing was written.' };
  if (!hold.bySettings) return { title: 'What would be written', about: 'No product is written until you apply this or close it; closed, what changes on either side follows again by itself. Stock and customers go on as they did.' };
  const stock = hold.ofStock ? 'Stock is published by the settings as they were until then' : 'Stock goes on as it did';
  return { title: 'What the new settings would change', about: `The settings are saved, and many products or counts would be written anew by them. No product is written until you apply them; discarded, the earlier settings count again. ${stock}, and customers go on.` };
};
