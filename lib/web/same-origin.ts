/**
 * Whether our own page sent it. Both headers are the browser's and no script can write them: a foreign page could
 * otherwise spend a stolen code, or use the cookie, in the name of whoever has the app open.
 */
export const isSameOrigin = (request: Request, appUrl: string): boolean => {
  const site = request.headers.get('sec-fetch-site');
  return (site === null || site === 'same-origin') && request.headers.get('origin') === appUrl;
};
