import type { ImageId } from '../../ids';

/** A picture of Hike's, in order, with the SHA-256 of its bytes. */
export interface WantedImage {
  key: string;
  url: string;
  content: string;
  isPrimary: boolean;
}

/** A picture that BigCommerce has from us. */
export interface SentImage {
  imageId: ImageId;
  key: string;
  url: string;
  content: string;
  position: number;
}

export interface ImageOptions {
  /** Hike owns images: what Hike no longer has is removed. Pictures that are not from us always stay. */
  removes: boolean;
  /** The picture that BigCommerce shows in lists, whoever it is from. */
  thumbnailId: ImageId | null;
}

export interface ImageSteps {
  adds: { key: string; url: string; content: string; position: number; isThumbnail: boolean }[];
  moves: { imageId: ImageId; position?: number; isThumbnail?: true }[];
  /** Those that are shown first come first. */
  removals: ImageId[];
}

/** Each content once, at its first place; primary where any of its occurrences is. */
const onceEach = (wanted: readonly WantedImage[]): WantedImage[] => {
  const byContent = new Map<string, WantedImage>();
  for (const image of wanted) {
    const seen = byContent.get(image.content);
    byContent.set(image.content, seen ? { ...seen, isPrimary: seen.isPrimary || image.isPrimary } : image);
  }
  return [...byContent.values()];
};

/** The one that BigCommerce shows in lists. */
export const thumbnailOf = (images: readonly WantedImage[]): WantedImage | undefined => images.find(({ isPrimary }) => isPrimary) ?? images[0];

/**
 * What brings BigCommerce's pictures of a product in step with Hike's: each content once, in Hike's order, the primary
 * one as thumbnail. A picture moves only where its place among ours is wrong. Where Hike has none at all, nothing is done.
 */
export const imageSteps = (wanted: readonly WantedImage[], has: readonly SentImage[], { removes, thumbnailId }: ImageOptions): ImageSteps => {
  const images = onceEach(wanted);
  const thumbnail = thumbnailOf(images);
  const steps: ImageSteps = { adds: [], moves: [], removals: [] };
  if (!thumbnail) return steps;
  const kept = new Map<string, SentImage>();
  for (const image of has) if (!kept.has(image.content)) kept.set(image.content, image);
  let last = -1;
  for (const image of images) {
    const sent = kept.get(image.content);
    const position = sent && sent.position > last ? sent.position : last + 1;
    last = position;
    const isThumbnail = image === thumbnail;
    if (!sent) steps.adds.push({ key: image.key, url: image.url, content: image.content, position, isThumbnail });
    else if (position !== sent.position || (isThumbnail && sent.imageId !== thumbnailId)) {
      steps.moves.push({ imageId: sent.imageId, ...(position === sent.position ? {} : { position }), ...(isThumbnail && sent.imageId !== thumbnailId ? { isThumbnail: true } : {}) });
    }
  }
  const stays = new Set(images.map(({ content }) => kept.get(content)?.imageId));
  const leaving = has.filter(({ imageId }) => !stays.has(imageId)).sort((a, b) => a.position - b.position);
  return removes ? { ...steps, removals: leaving.map(({ imageId }) => imageId) } : steps;
};

/** The removals that go on: for each picture that failed and whose place none took, one stays, from the first on. */
export const removalsAfter = (removals: readonly ImageId[], { added, failed }: { added: number; failed: number }): ImageId[] =>
  removals.slice(Math.max(0, Math.min(failed, removals.length - added)));
