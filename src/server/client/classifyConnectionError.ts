/** What a failed connection was about, as far as it decides whether to try again. */
export type ConnectionProblem = 'certificate' | 'tls' | 'other';

/** OpenSSL's names of what is wrong with a certificate, which Node and Bun have as codes (https://docs.openssl.org/3.0/man1/openssl-verification-options/). */
const certificateCode =
  /^(CERT_|CRL_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|INVALID_(CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH|ERR_TLS_CERT)/;
const tlsCode = /^(EPROTO|ERR_SSL_|ERR_TLS_)/;

/** By the codes of an error and its causes; Deno has only texts. */
export function classifyConnectionError(error: unknown, depth = 0): ConnectionProblem {
  if (typeof error !== 'object' || error === null || depth > 5) return 'other';
  const { code, message, cause, errors } = error as Record<string, unknown>;
  if (certificateCode.test(String(code)) || /invalid peer certificate/i.test(String(message))) return 'certificate';
  if (tlsCode.test(String(code))) return 'tls';
  const inner: readonly unknown[] = [cause, ...(Array.isArray(errors) ? (errors as readonly unknown[]) : [])];
  return inner.map((each) => classifyConnectionError(each, depth + 1)).find((each) => each !== 'other') ?? 'other';
}
