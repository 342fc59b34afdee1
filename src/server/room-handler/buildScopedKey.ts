/**
 * Where a key is kept: among the keys of its tenant, so that nobody reaches or takes a key of another tenant. Without tenants
 * it is kept as it is. A key that looks like one with a tenant is written so that it cannot be one.
 */
export function buildScopedKey(tenant: string | undefined, key: string): string {
  if (tenant !== undefined) return JSON.stringify([tenant, 'key', key]);
  return key.startsWith('[') ? JSON.stringify([key]) : key;
}
