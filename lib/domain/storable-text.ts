/** NUL, and a character of which one half is missing: a platform that cuts a name at 50 sends half an emoji. */
const UNSTORABLE = /\p{Surrogate}|\0/gu;

const REPLACEMENT = '\ufffd';

/** The text as every database can hold it; what none can hold becomes the replacement character. */
export const storableText = (text: string): string => text.replace(UNSTORABLE, REPLACEMENT);

/** A whole pair, a half or a NUL, or any other escape: a backslash that is escaped itself begins none. */
const ESCAPES = /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(\\u(?:0000|[dD][89a-fA-F][\da-fA-F]{2}))|\\./g;

/** JSON in which no key and no text escapes what `storableText` takes out. */
export const storableJson = (json: string): string => storableText(json).replace(ESCAPES, (escape, unstorable?: string) => (unstorable === undefined ? escape : REPLACEMENT));
