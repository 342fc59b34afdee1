import { createRefusal } from './createRefusal.js';

export type Route = { readonly type: 'create' } | { readonly type: 'enter' | 'delete'; readonly meetingId: string };

const methods = { POST: 'create', GET: 'enter', DELETE: 'delete' } as const;

/** Opaque, but never anything that could lead to another address of the API. */
const readId = (segment: string): string | undefined => {
  try {
    const id = decodeURIComponent(segment);
    return /^[^/\\\s\p{Cc}]{1,200}$/u.test(id) && !/^\.+$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
};

/**
 * What is asked for, whatever path the handler is mounted at.
 * @throws Refusal
 */
export function readRoute({ method, url }: Request): Route {
  const { pathname, searchParams } = new URL(url);
  const isList = /\/meetings\/?$/.test(pathname);
  const [, segment] = /\/meetings\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (!isList && !segment) throw createRefusal('ROUTE_NOT_FOUND');
  const allow = [isList && 'POST', segment && 'GET, DELETE'].filter(Boolean).join(', ');
  const type = allow.split(', ').includes(method) ? methods[method as keyof typeof methods] : undefined;
  if (!type) throw createRefusal('METHOD_NOT_ALLOWED', { allowed: allow }, { allow });
  const [name] = searchParams.keys();
  if (name !== undefined)
    throw createRefusal('INPUT_REFUSED', {
      problem: `${JSON.stringify(name.slice(0, 40))} is not for the browser to choose`,
    });
  if (type === 'create') return { type };
  const meetingId = readId(segment!);
  if (meetingId === undefined) throw createRefusal('MEETING_NOT_FOUND');
  return { type, meetingId };
}
