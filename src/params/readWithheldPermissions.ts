import { kindOf, paramNames } from './names.js';

/** The Permissions-Policy features that the parameters of a room URL switch off: `camera` with `cameraAccess=off`. */
export function readWithheldPermissions(url: string): string[] {
  const query = new URL(url).searchParams;
  return paramNames.flatMap((name) => {
    const permission = kindOf(name)?.permission;
    return permission && query.get(name) === 'off' ? permission : [];
  });
}
