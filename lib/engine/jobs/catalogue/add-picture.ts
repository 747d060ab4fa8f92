import type { ImageId, ProductId } from '../../../domain/ids';
import type { WantedImage } from '../../../domain/rules/catalogue/image-steps';
import type { Problem } from '../../../domain/problems';
import type { JobContext } from '../job';
import { asFile, byAddress, needsFile } from './product-pictures';

export interface PicturePlace {
  picture: Pick<WantedImage, 'key' | 'url'>;
  position: number;
  isThumbnail: boolean;
}

/** By its address, or as a file where BigCommerce cannot fetch it; `null` when nobody can. */
export const addPicture = async (context: JobContext, productId: ProductId, { picture, position, isThumbnail }: PicturePlace): Promise<ImageId | Problem | null> => {
  const { catalogue } = context.bigcommerce;
  if (!needsFile(picture)) {
    const answer = await catalogue.addImage(productId, { source: byAddress(picture), position, isThumbnail });
    if (answer.kind === 'created') return answer.id;
    if (answer.problem.code !== 'image-unreachable') return answer.problem;
  }
  const source = await asFile(context, picture);
  if (source === null) return null;
  const answer = await catalogue.addImage(productId, { source, position, isThumbnail });
  return answer.kind === 'created' ? answer.id : answer.problem;
};
