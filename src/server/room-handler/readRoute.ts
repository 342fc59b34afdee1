import { createRefusal } from './createRefusal.js';

export type Route = { readonly type: 'create' } | { readonly type: 'enter' | 'delete'; readonly meetingId: string };

/**
 * What a request asks for, whatever path the handler is mounted at.
 * @throws Refusal `ROUTE_NOT_FOUND`, `METHOD_NOT_ALLOWED` or `MEETING_NOT_FOUND`
 */
export function readRoute({ method, url }: Request): Route {
  // Hosting platforms add to the query. Nothing is read from it, so nothing in it matters.
  const { pathname } = new URL(url, 'http://localhost');
  // Both match if the mount path itself ends with `/meetings`.
  const isList = /\/meetings\/?$/.test(pathname);
  const [, segment] = /\/meetings\/([^/]+)\/?$/.exec(pathname) ?? [];
  const types = new Map<string, Route['type']>();
  if (isList) types.set('POST', 'create');
  if (segment) types.set('GET', 'enter').set('DELETE', 'delete');
  if (types.size === 0) throw createRefusal('ROUTE_NOT_FOUND');
  const type = types.get(method);
  const allow = [...types.keys()].join(', ');
  if (!type) throw createRefusal('METHOD_NOT_ALLOWED', { allowed: allow }, { headers: { allow } });
  if (type === 'create') return { type };
  const meetingId = decodeId(segment!);
  if (meetingId === undefined) throw createRefusal('MEETING_NOT_FOUND');
  return { type, meetingId };
}

/** The id of a path's segment; undefined for text that could lead to another path of the API. */
function decodeId(segment: string): string | undefined {
  try {
    const id = decodeURIComponent(segment);
    return /^[^/\\\s\p{Cc}]{1,200}$/u.test(id) && !/^\.+$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
