import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImageId } from '../../ids';
import { imageSteps, type ImageOptions, removalsAfter, type SentImage, type WantedImage } from './image-steps';

const wanted = (contents: string, primary = contents[0]): WantedImage[] => [...contents].map((content, index) => ({ key: `${index}`, url: `https://img.example/${index}`, content, isPrimary: content === primary }));
const sent = (contents: string): SentImage[] => [...contents].map((content, index) => ({ imageId: ImageId.parse(1 + index), key: `${index}`, url: `https://img.example/${index}`, content, position: index }));
const options = (thumbnailId: number | null = 1, removes = true): ImageOptions => ({ removes, thumbnailId: thumbnailId === null ? null : ImageId.parse(thumbnailId) });
const NOTHING = { adds: [], moves: [], removals: [] };

describe('imageSteps', () => {
  it('adds all to a product without pictures, in order, the primary one as thumbnail', () => {
    expect(imageSteps(wanted('abc', 'b'), [], options(null))).toMatchObject({
      adds: [{ content: 'a', position: 0, isThumbnail: false }, { content: 'b', position: 1, isThumbnail: true }, { content: 'c', position: 2, isThumbnail: false }],
      moves: [],
      removals: [],
    });
  });

  it.each([
    ['equal', 'abc', 'abc'],
    ['equal but for the address', 'a', 'a'],
    ['one picture at several addresses', 'aab', 'ab'],
    ['none in Hike, where an answer may have lacked them', '', 'ab'],
  ])('does nothing for what is %s', (_, inHike, inStore) => {
    expect(imageSteps(wanted(inHike), sent(inStore), options())).toEqual(NOTHING);
  });

  it('sends one content once', () => {
    expect(imageSteps(wanted('aba'), [], options(null)).adds.map(({ content }) => content)).toEqual(['a', 'b']);
  });

  it('takes a picture for the primary one where any of its addresses is', () => {
    const images = wanted('abb', 'none').map((image, index) => ({ ...image, isPrimary: index === 2 }));
    expect(imageSteps(images, sent('ab'), options())).toEqual({ ...NOTHING, moves: [{ imageId: 2, isThumbnail: true }] });
  });

  it('removes what Hike no longer has, and what is there twice, only where Hike owns images', () => {
    expect(imageSteps(wanted('ac'), sent('abca'), options())).toEqual({ ...NOTHING, removals: [2, 4] });
    expect(imageSteps(wanted('ac'), sent('abca'), options(1, false))).toEqual(NOTHING);
  });

  it('removes first what is shown first', () => {
    const [first, second, third] = sent('abc');
    expect(imageSteps(wanted('x'), [third!, first!, second!], options()).removals).toEqual([1, 2, 3]);
  });

  it('makes room for a picture in between', () => {
    expect(imageSteps(wanted('axb'), sent('ab'), options())).toMatchObject({ adds: [{ content: 'x', position: 1 }], moves: [{ imageId: 2, position: 2 }] });
  });

  it('moves the thumbnail to the primary one, or to the first where none is', () => {
    expect(imageSteps(wanted('ab', 'b'), sent('ab'), options())).toEqual({ ...NOTHING, moves: [{ imageId: 2, isThumbnail: true }] });
    expect(imageSteps(wanted('ab', 'none'), sent('ab'), options(2))).toEqual({ ...NOTHING, moves: [{ imageId: 1, isThumbnail: true }] });
  });

  it('agrees once it is done, in Hike’s order', () => {
    const contents = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 6 }).map((all) => all.join(''));
    fc.assert(
      fc.property(contents, fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')).map((all) => all.join('')), (inHike, inStore) => {
        const { adds, moves, removals } = imageSteps(wanted(inHike), sent(inStore), options(null));
        const kept = sent(inStore).filter(({ imageId }) => !removals.includes(imageId)).map((image) => ({ ...image, position: moves.find(({ imageId }) => imageId === image.imageId)?.position ?? image.position }));
        const added = adds.map((image, index) => ({ ...image, imageId: ImageId.parse(100 + index) }));
        const after = [...kept, ...added].sort((a, b) => a.position - b.position);
        expect(after.map(({ content }) => content).join('')).toBe([...new Set(inHike)].join(''));
        const thumbnailId = moves.find(({ isThumbnail }) => isThumbnail)?.imageId ?? added.find(({ isThumbnail }) => isThumbnail)?.imageId ?? null;
        expect(imageSteps(wanted(inHike), after, { removes: true, thumbnailId })).toEqual(NOTHING);
      }),
    );
  });
});

describe('removalsAfter', () => {
  it.each<[string, number, { added: number; failed: number }, number[]]>([
    ['all go where nothing failed', 2, { added: 2, failed: 0 }, [1, 2]],
    ['all go where nothing is to take their place', 2, { added: 0, failed: 0 }, [1, 2]],
    ['the only one stays whose place nothing took', 1, { added: 0, failed: 1 }, []],
    ['the only one goes whose place another took', 1, { added: 1, failed: 1 }, [1]],
    ['one of two stays, the one shown first', 2, { added: 1, failed: 1 }, [2]],
    ['those go that nothing was to replace', 3, { added: 0, failed: 1 }, [2, 3]],
    ['no more stay than failed', 3, { added: 0, failed: 2 }, [3]],
    ['none is there to go', 0, { added: 0, failed: 2 }, []],
  ])('%s', (_, count, done, left) => {
    expect(removalsAfter(Array.from({ length: count }, (__, index) => ImageId.parse(1 + index)), done)).toEqual(left);
  });
});
