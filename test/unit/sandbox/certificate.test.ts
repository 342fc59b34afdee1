import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCertificate } from '../../../src/sandbox/cli/certificate/createCertificate.js';
import { defaultCertificateFolder, loadCertificate } from '../../../src/sandbox/cli/certificate/loadCertificate.js';
import { createTestSandbox } from './support/createTestSandbox.js';

const hosts = ['localhost', '*.whereby.com', '127.0.0.1', '::1', '2001:db8::ff00:42:8329', 'sandbox.test'];
const createFolder = () => mkdtempSync(join(tmpdir(), 'certificate-'));
const DAY = 86_400_000;

describe('a certificate', () => {
  test('is for its hosts, signed with its own key and valid for 825 days', () => {
    const now = Date.parse('2026-01-02T10:00:00Z');
    const { cert } = createCertificate(hosts, now);
    const read = new X509Certificate(cert);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.ca).toBe(false);
    for (const name of ['localhost', 'acme.whereby.com', 'sandbox.test']) expect(read.checkHost(name)).toBeDefined();
    for (const address of ['127.0.0.1', '::1', '2001:db8::ff00:42:8329']) expect(read.checkIP(address)).toBeDefined();
    expect([read.checkHost('evil.example'), read.checkIP('127.0.0.2')]).toEqual([undefined, undefined]);
    expect(Date.parse(read.validFrom)).toBe(now - DAY);
    expect(Date.parse(read.validTo) - Date.parse(read.validFrom)).toBe(825 * DAY);
  });

  test('can be made again and again: serial numbers and keys of every form', () => {
    for (let count = 0; count < 60; count += 1) {
      const read = new X509Certificate(createCertificate(['localhost']).cert);
      expect(read.verify(read.publicKey)).toBe(true);
    }
  });

  test('lets clients that trust it connect without any other setting', async () => {
    const { key, cert } = createCertificate(['127.0.0.1']);
    const sandbox = await createTestSandbox({ tls: { key, cert } });
    const status = await new Promise((resolve, reject) => {
      request(`${sandbox.tlsUrl}/v1/meetings`, { ca: cert }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(401);
  });
});

describe('the certificate of the command', () => {
  test('is kept, with a key that only its owner reads, and used again', async () => {
    const folder = join(createFolder(), 'new');
    const first = await loadCertificate(folder, hosts);
    expect(readFileSync(first.file, 'utf8')).toBe(first.cert);
    expect(statSync(join(folder, 'sandbox-key.pem')).mode & 0o077).toBe(0);
    expect((await loadCertificate(folder, hosts.slice(0, 2))).cert).toBe(first.cert);
  });

  test('is made again for another host, if it expires, if it is broken, or if its key is another', async () => {
    const folder = createFolder();
    const first = await loadCertificate(folder, ['localhost']);
    const second = await loadCertificate(folder, ['localhost', 'other.test']);
    expect(second.cert).not.toBe(first.cert);
    writeFileSync(second.file, createCertificate(['localhost'], Date.now() - 825 * DAY).cert);
    const third = await loadCertificate(folder, ['localhost']);
    writeFileSync(third.file, 'broken');
    const fourth = await loadCertificate(folder, ['localhost']);
    writeFileSync(join(folder, 'sandbox-key.pem'), third.key);
    const fifth = await loadCertificate(folder, ['localhost']);
    expect(new Set([first, second, third, fourth, fifth].map(({ cert }) => cert)).size).toBe(5);
  });

  test('that cannot be written is refused with the cure', async () => {
    const file = join(createFolder(), 'file');
    writeFileSync(file, '');
    await expect(loadCertificate(file, hosts)).rejects.toThrow(/SANDBOX_CERTIFICATE_UNWRITABLE[^]*--tls-folder/);
  });

  test('is in the user’s cache', () => {
    expect(defaultCertificateFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/react-whereby-embed');
    expect(defaultCertificateFolder({})).toMatch(/\.cache\/react-whereby-embed$/);
  });
});
