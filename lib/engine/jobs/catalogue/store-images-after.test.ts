import { expect, it } from 'vitest';
import type { ImageId } from '../../../domain/ids';
import type { ProductImage } from '../../ports/tables';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { storeImagesAfter } from './store-images-after';

const id = (value: number) => value as ImageId;

const ours = (imageId: number, position: number): ProductImage => ({
  hikeId: aHikeProduct().id,
  productId: aStoreProduct().id,
  imageId: id(imageId),
  key: 'a',
  url: 'https://pics.example/a.jpg',
  content: 'a',
  position,
});

const before = [
  { id: id(1), position: 5, isThumbnail: true },
  { id: id(2), position: 6, isThumbnail: false },
];

it('adds those that are ours and new, and moves those that it knew, leaving strangers where they are', () => {
  expect(storeImagesAfter(before, { images: [ours(2, 0), ours(3, 1)], thumbnailId: null })).toEqual([
    { id: 1, position: 5, isThumbnail: true },
    { id: 2, position: 0, isThumbnail: false },
    { id: 3, position: 1, isThumbnail: false },
  ]);
});

it('makes one picture the thumbnail, and it alone', () => {
  const after = storeImagesAfter(before, { images: [ours(3, 1)], thumbnailId: id(3) });
  expect(after.map((image) => [image.id, image.isThumbnail])).toEqual([[1, false], [2, false], [3, true]]);
});
