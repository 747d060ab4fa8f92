import { storableText } from '../../domain/storable-text';

const LONGEST = 300;
/** A page says early what it is about, and looking for the ends of its tags costs the square of its length. */
const LONGEST_PAGE = 10_000;

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

const withoutTags = (html: string): string => html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');

/** A readable sentence from whatever a proxy or an error page says, as a database can hold it; empty when it says nothing. */
export const plainReason = (page: string): string => {
  const text = page.slice(0, LONGEST_PAGE);
  const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(text)?.[1];
  const words = (title ?? withoutTags(text)).replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity);
  const line = words.replace(/\s+/g, ' ').trim();
  // Last, for a cut may leave half a character.
  return storableText(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
};
