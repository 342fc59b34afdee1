/** The secrets in a body: keys of buckets, and the URL of a stream, which ends with the stream's key. */
export function collectSecrets(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    if (/secret|accessKeyId|password|token/i.test(name)) return [value];
    return /^rtmps?:/i.test(value) ? [value, value.slice(value.lastIndexOf('/') + 1)] : [];
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, part]) => collectSecrets(part, key));
}
