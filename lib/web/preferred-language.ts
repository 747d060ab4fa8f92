/** The language that a browser prefers, as "en-AU"; `undefined` where it names none that is one. */
export const preferredLanguage = (request: Request): string | undefined => {
  const [first = ''] = (request.headers.get('accept-language') ?? '').split(/[,;]/);
  return /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(first.trim()) ? first.trim() : undefined;
};
