/**
 * The flag that keeps Chromium on this machine: no host can be reached but this one and those given.
 * @param hosts pattern of host names, and where they lead: `{ '*.whereby.com': '127.0.0.1:8443' }`.
 * @see https://chromium.googlesource.com/chromium/src/+/main/net/base/host_mapping_rules.h
 */
export function resolverRules(hosts: Readonly<Record<string, string>> = {}): string {
  const mapped = Object.entries(hosts).map(([pattern, target]) => `MAP ${pattern} ${target}`);
  return `--host-resolver-rules=${[...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join(', ')}`;
}
