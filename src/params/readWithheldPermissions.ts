import type { Kind } from './kinds/Kind.js';
import { paramNames } from './paramNames.js';
import { params } from './registry.js';

/** The Permissions-Policy features that the parameters of a room URL switch off: `camera` with `cameraAccess=off`. */
export function readWithheldPermissions(url: string): string[] {
  const query = new URL(url).searchParams;
  return paramNames.flatMap((name) => {
    const { permission, parse }: Kind = params[name];
    return permission && parse(query.get(name) ?? '') === false ? permission : [];
  });
}
