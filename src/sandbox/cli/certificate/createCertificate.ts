import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, encodeAddress, integer, objectId, octets, sequence, set, tagged, text, time, truth } from './der.js';

/** A key and its certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY = 86_400_000;

/** Apple's systems trust no certificate for longer: https://support.apple.com/en-us/103769 */
const VALID_MS = 825 * DAY;

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const name = sequence(set(sequence(objectId('2.5.4.3'), text('react-whereby-embed sandbox'))));

const toPem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

const writeHost = (host: string) =>
  isIP(host) ? tagged(0x87, encodeAddress(host)) : tagged(0x82, Buffer.from(host, 'ascii'));

const extension = (id: string, isCritical: boolean, value: Buffer) =>
  sequence(objectId(id), ...(isCritical ? [truth()] : []), octets(value));

/**
 * A certificate that a server signs itself, for development. Written out because Node can read certificates but not make
 * them, and the libraries that can are larger than the sandbox. The form: https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 * @param hosts names and IP addresses that it is for
 */
export function createCertificate(hosts: readonly string[], now = Date.now()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const extensions = sequence(
    // No certificate authority: whoever trusts it trusts this sandbox and nothing else.
    extension('2.5.29.19', true, sequence()),
    // For signatures only, as in the handshake of TLS.
    extension('2.5.29.15', true, bits(Buffer.from([0x80]), 7)),
    extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', false, sequence(...hosts.map(writeHost))),
  );
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    ecdsaWithSha256,
    name,
    // From yesterday, for clocks that are a little behind.
    sequence(time(new Date(now - DAY)), time(new Date(now - DAY + VALID_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, extensions),
  );
  const cert = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: toPem(cert) };
}
