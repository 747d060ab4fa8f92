/** E-mails compare trimmed and without case; text that cannot be one is no e-mail at all. */
export const emailKey = (email: string): string | null => {
  const key = email.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(key) ? key : null;
};
