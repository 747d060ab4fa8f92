/** Puts details into a sentence: `{name}` stands for one. A detail that is not there leaves its hole. */
export const fillIn = (sentence: string, details: Record<string, string>): string => sentence.replace(/\{(\w+)\}/g, (hole, name: string) => details[name] ?? hole);
