interface NetworkError {
  code?: unknown;
  syscall?: unknown;
  cause?: unknown;
  errors?: unknown;
}

const asNetworkError = (error: unknown): NetworkError => (typeof error === 'object' && error !== null ? error : {});

/** Node's own words for "no connection was made"; a handshake that fails on the certificate sends no request either. */
const CODES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_INVALID_URL']);
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo']);

/**
 * Whether the request surely never left this machine. Every other failure, a reset on a kept-alive connection
 * included, may have come after the other side read the request.
 */
export const wasNeverSent = (error: unknown): boolean => {
  const { code, syscall, cause, errors } = asNetworkError(error);
  if (typeof code === 'string' && (CODES.has(code) || CERTIFICATE.test(code))) return true;
  if (typeof syscall === 'string' && BEFORE_SENDING.has(syscall)) return true;
  if (Array.isArray(errors) && errors.length > 0) return errors.every(wasNeverSent);
  return cause === undefined ? false : wasNeverSent(cause);
};

/** The innermost code or name; never the message, which may hold an address with a token in it. */
export const nameOfNetworkError = (error: unknown): string => {
  const { code, cause } = asNetworkError(error);
  if (cause !== undefined) return nameOfNetworkError(cause);
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.name : 'unknown error';
};
