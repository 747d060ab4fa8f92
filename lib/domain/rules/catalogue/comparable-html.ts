/** Blanks at the ends and runs of them carry no meaning. */
export const comparableText = (text: string): string => text.replace(/\s+/g, ' ').trim();

const ENTITIES: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&quot;': '"', '&#34;': '"', '&apos;': "'", '&#39;': "'", '&#039;': "'", '&amp;': '&' };

const decoded = (html: string): string => html.replace(/&(?:nbsp|quot|apos|amp|#34|#0?39);/g, (entity) => ENTITIES[entity] ?? entity);

const TAG = /<\/?[a-z][^<>]*>/gi;

const comparableTag = (tag: string): string =>
  tag
    .replace(/^<\/?[a-z][a-z0-9]*/i, (name) => name.toLowerCase())
    .replace(/=\s*'([^'"]*)'/g, '="$1"')
    .replace(/\s*\/?>$/, '>');

/** Blanks beside these are never seen; beside a word in bold they are. */
const BLOCKS = /\s*(<\/?(?:p|div|ul|ol|li|h[1-6]|br|hr|table|thead|tbody|tr|td|th|section)\b[^<>]*>)\s*/g;

/**
 * HTML as it compares: BigCommerce may give back the same with other quotes, other blanks between tags and `<br />` for
 * `<br>`, and that is no reason for a call.
 */
export const comparableHtml = (html: string): string =>
  comparableText(decoded(comparableText(html).replace(TAG, comparableTag)).replace(BLOCKS, '$1'));

/** What a reader sees of it, without pictures. */
export const plainText = (html: string): string => comparableText(decoded(html.replace(TAG, ' ')));

/** An editor leaves `<p><br></p>` behind where somebody deleted everything. */
export const isBlankHtml = (html: string): boolean => plainText(html) === '' && !/<(?:img|iframe|video|object|embed)\b/i.test(html);
