import type { ImageId, ProductId } from '../../../domain/ids';
import { isProblem, type Problem, problem } from '../../../domain/problems';
import type { WantedImage } from '../../../domain/rules/catalogue/image-steps';
import type { JobContext } from '../job';
import { asFile, byAddress, needsFile } from './product-pictures';

export interface PicturePlace {
  picture: Pick<WantedImage, 'key' | 'url'>;
  position: number;
  isThumbnail: boolean;
}

/** By its address, or as a file where BigCommerce cannot fetch it; else why it could not be sent. */
export const addPicture = async (context: JobContext, productId: ProductId, { picture, position, isThumbnail }: PicturePlace): Promise<ImageId | Problem> => {
  const { catalogue } = context.bigcommerce;
  if (!needsFile(picture)) {
    const answer = await catalogue.addImage(productId, { source: byAddress(picture), position, isThumbnail });
    if (answer.kind === 'created') return answer.id;
    if (answer.problem.code !== 'image-unreachable') return named(answer.problem, picture);
  }
  const source = await asFile(context, picture);
  if (isProblem(source)) return source;
  const answer = await catalogue.addImage(productId, { source, position, isThumbnail });
  return answer.kind === 'created' ? answer.id : named(answer.problem, picture);
};

/** BigCommerce's own words do not tell which picture they are about. */
const named = (refusal: Problem, { url }: Pick<WantedImage, 'url'>): Problem =>
  refusal.code === 'refused-by-bigcommerce' ? problem(refusal.code, { message: `the picture ${url}: ${refusal.details.message ?? ''}` }) : refusal;
