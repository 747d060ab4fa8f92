/** Where a list begins, from the page's address; what makes no sense there reads as its first page. */
export const pageOffset = (params: Pick<URLSearchParams, 'get'>): number => {
  const offset = Number(params.get('offset') ?? 0);
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
};
