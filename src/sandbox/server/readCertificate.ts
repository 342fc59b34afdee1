import { createSecureContext } from 'node:tls';
import { createServerError } from '../../errors/createServerError.js';

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Checks that a key and a certificate belong together. Throws `SANDBOX_OPTION_INVALID`. */
export function readCertificate({ key, cert }: Certificate): Certificate {
  try {
    createSecureContext({ key, cert });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw createServerError(
      'SANDBOX_OPTION_INVALID',
      { problem: `\`tls\` must have a key and its certificate as PEM (${reason})` },
      { cause },
    );
  }
  return { key, cert };
}
