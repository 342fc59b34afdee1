import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { createServerError } from '../../../errors/createServerError.js';
import { createCertificate } from './createCertificate.js';
import type { Certificate } from './createCertificate.js';

const DAY = 86_400_000;

/** Where the certificate is kept, so that it has to be trusted only once. */
export const defaultCertificateFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'react-whereby-embed');

/** Whether a certificate is for these hosts, belongs to this key and is valid for another day. */
function isUsable({ key, cert }: Certificate, hosts: readonly string[]): boolean {
  try {
    const read = new X509Certificate(cert);
    const isFor = (host: string) => (isIP(host) ? read.checkIP(host) : read.checkHost(host.replace('*', 'any')));
    return (
      Date.parse(read.validTo) > Date.now() + DAY && hosts.every(isFor) && read.checkPrivateKey(createPrivateKey(key))
    );
  } catch {
    return false;
  }
}

/**
 * The certificate in a folder; makes it if there is none that can be used.
 * @throws `SANDBOX_CERTIFICATE_UNWRITABLE`
 */
export async function loadCertificate(
  folder: string,
  hosts: readonly string[],
): Promise<Certificate & { file: string }> {
  const file = join(folder, 'sandbox-cert.pem');
  const keyFile = join(folder, 'sandbox-key.pem');
  const read = (path: string) => readFile(path, 'utf8').catch(() => '');
  const kept = { cert: await read(file), key: await read(keyFile) };
  if (isUsable(kept, hosts)) return { ...kept, file };
  const made = createCertificate(hosts);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(keyFile, made.key, { mode: 0o600 });
    await writeFile(file, made.cert);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw createServerError('SANDBOX_CERTIFICATE_UNWRITABLE', { folder, reason }, { cause });
  }
  return { ...made, file };
}
