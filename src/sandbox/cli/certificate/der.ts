import { isIP } from 'node:net';

// What a certificate needs of DER: https://www.itu.int/rec/T-REC-X.690

const encodeLength = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
};

/** A value with its tag. */
export const tagged = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), encodeLength(content.length), content]);
};

export const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
export const set = (...parts: readonly Buffer[]): Buffer => tagged(0x31, ...parts);
export const octets = (...parts: readonly Buffer[]): Buffer => tagged(0x04, ...parts);
export const text = (value: string): Buffer => tagged(0x0c, Buffer.from(value));
export const truth = (): Buffer => tagged(0x01, Buffer.from([0xff]));

/** A positive number, in as few bytes as possible: a leading zero only where the next bit would make it negative. */
export function integer(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0);
  const significant = start < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(start));
  return tagged(0x02, ...((significant[0] ?? 0) & 0x80 ? [Buffer.from([0])] : []), significant);
}

/** @param unused how many bits of the last byte do not count */
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tagged(0x03, Buffer.from([unused]), Buffer.from(bytes));

/** Two digits for the year until 2049: https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5 */
export function time(date: Date): Buffer {
  const digits = date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:T]/g, '');
  return date.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}

/** An object identifier such as `2.5.29.17`. */
export function objectId(id: string): Buffer {
  const [first = 0, second = 0, ...rest] = id.split('.').map(Number);
  const encodeArc = (arc: number) => {
    const bytes = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
    return bytes;
  };
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(encodeArc)]));
}

/** The bytes of an IP address. */
export function encodeAddress(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  // `URL` spells an IPv4 address within it in hexadecimal digits.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const parse = (part = '') => (part ? part.split(':').map((group) => parseInt(group, 16)) : []);
  const [start, end] = [parse(head), parse(tail)];
  const groups = [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end];
  return Buffer.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}
