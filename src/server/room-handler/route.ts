import { Refusal } from './refusal.js';

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
  if (!isList && !segment)
    throw new Refusal('ROUTE_NOT_FOUND', 'There are /meetings and /meetings/<id> here, and nothing else.');
  const allow = [isList && 'POST', segment && 'GET, DELETE'].filter(Boolean).join(', ');
  const type = allow.split(', ').includes(method) ? methods[method as keyof typeof methods] : undefined;
  if (!type) throw new Refusal('METHOD_NOT_ALLOWED', `Use ${allow} here.`, { allow });
  const [name] = searchParams.keys();
  if (name !== undefined)
    throw new Refusal('INPUT_REFUSED', `${JSON.stringify(name.slice(0, 40))} is nothing a browser can choose.`);
  if (type === 'create') return { type };
  const meetingId = readId(segment!);
  if (meetingId === undefined) throw new Refusal('MEETING_NOT_FOUND', 'There is no such meeting.');
  return { type, meetingId };
}
