import { describe, expect, it } from 'vitest';
import { aHikeProduct } from '../../testing/a-hike-product';
import { aStoreProduct } from '../../testing/a-store-product';
import { changeInFull, searchKeywordsOf, textMoves } from './text-moves';

const moves = (hike: Parameters<typeof aHikeProduct>[0], store: Parameters<typeof aStoreProduct>[0] = {}) => textMoves(aHikeProduct(hike), aStoreProduct(store));
const SEO = { title: 'Tote', description: 'A tote', keywords: 'a, b' };

describe('the texts of a product', () => {
  it.each<[string, Parameters<typeof moves>]>([
    ['agree', [{}]],
    ['are empty in Hike', [{ name: '', description: '<p></p>', brand: ' ', tags: [' '], seo: { title: ' ', description: '', keywords: '' } }]],
    ['have keywords in another order, case and with blank ones', [{ tags: ['b', ' A '], seo: { ...SEO, keywords: 'B,,a' } }, { searchKeywords: 'a,, B', seo: SEO }]],
  ])('move nothing where they %s', (_, given) => {
    expect(moves(...given)).toEqual([]);
  });

  it('move without the blanks around them', () => {
    expect(moves({ name: ' Tote ', brand: ' Bolt ' }).map(({ change }) => change)).toEqual([{ name: 'Tote' }, { brand: 'Bolt' }]);
  });

  it('keep of the SEO what Hike has not', () => {
    expect(moves({ seo: { title: ' New ', description: ' ', keywords: '' } }, { seo: SEO })).toMatchObject([{ field: 'seo', change: { seo: { title: 'New', description: 'A tote', keywords: 'a, b' } }, shown: { before: 'Tote', after: 'New' } }]);
    expect(moves({ seo: { title: '', description: ' New ', keywords: ' c ' } }, { seo: SEO })[0]?.change).toEqual({ seo: { title: 'Tote', description: 'New', keywords: 'c' } });
  });

  it('take the order of words for words in a title, not among keywords', () => {
    expect(moves({ seo: { ...SEO, title: 'b, a' } }, { seo: { ...SEO, title: 'a, b' } })).toHaveLength(1);
    expect(moves({ seo: { ...SEO, keywords: 'b, a' } }, { seo: SEO })).toEqual([]);
    expect(moves({ seo: { ...SEO, keywords: 'ab' } }, { seo: SEO })).toHaveLength(1);
  });

  it.each([
    [120, 'x'.repeat(120)],
    [121, `${'x'.repeat(119)}…`],
  ])('of %i characters are shown as they fit', (length, shown) => {
    expect(moves({ name: 'x'.repeat(length) })[0]?.shown?.after).toBe(shown);
  });

  it('are shown without a blank before the dots', () => {
    expect(moves({ name: `${'x'.repeat(118)} ${'y'.repeat(9)}` })[0]?.shown?.after).toBe(`${'x'.repeat(118)}…`);
  });
});

it('tags make one text, each once, blank ones left out', () => {
  expect(searchKeywordsOf({ tags: [' gift', '', 'cotton', 'gift ', ' '] })).toBe('gift, cotton');
});

describe('a change in full', () => {
  const [long, store] = [aHikeProduct({ description: `<p>${'New '.repeat(90)}</p>`, name: 'Tote' }), aStoreProduct({ description: `<p>${'Old '.repeat(90)}</p>` })];
  const change = textMoves(long, store).find(({ field }) => field === 'description')!.shown!;

  it('has the texts that a page shows the beginning of', () => {
    expect(change.after).toHaveLength(120);
    expect(changeInFull(change, long, store)).toEqual({ ...change, before: 'Old '.repeat(90).trim(), after: 'New '.repeat(90).trim() });
  });

  it('stays as it was planned where a side says something else by now', () => {
    expect(changeInFull(change, aHikeProduct({ description: '<p>Newer</p>' }), store)).toEqual(change);
    expect(changeInFull({ field: 'price', sku: null, before: '20', after: '22' }, long, store)).toMatchObject({ after: '22' });
  });
});
