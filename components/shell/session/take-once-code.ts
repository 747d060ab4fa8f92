/** Reads the one-time code and removes it from the address at once: it must not stay in the history or in a bookmark. */
export const takeOnceCode = (): string | null => {
  const address = new URL(window.location.href);
  const code = address.searchParams.get('once');
  if (code === null) return null;
  address.searchParams.delete('once');
  window.history.replaceState(window.history.state, '', address);
  return code;
};
