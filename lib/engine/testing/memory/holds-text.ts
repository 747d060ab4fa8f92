/** Whether one of the texts contains what is looked for, without case. */
export const holdsText = (search: string, texts: readonly (string | null)[]): boolean => texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
