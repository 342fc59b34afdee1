/** A field for a password, a form, a page that leads on by itself, or a heading or button with these words. */
const signInMarkup =
  /type=["']?password|<form\b|http-equiv=["']?refresh|<(title|h\d|a|button|label)\b[^>]*>[^<]*\b(sign|log)[\s-]?(in|on)\b/i;

/** 401, and what Laravel (419) and IIS (440) say of a session that has ended. */
const signInStatuses: readonly number[] = [401, 419, 440];

/** What the room handler serves: `/meetings` and `/meetings/<id>`. */
const meetingPath = /\/meetings(\/[^/]*)?\/?$/;

const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);

/** The response comes from another place; a slash at the end, or another host for the same path, is none. */
const isFromElsewhere = ({ redirected, url }: Response): boolean =>
  redirected && !meetingPath.test(url.replace(/[?#].*/, ''));

/**
 * Whether a guard in front of the room handler, such as a proxy or a framework's middleware, asks the person to sign
 * in: by its status, by leading the request to a page, or by a page in place of the response.
 */
export function isSignInRequired(response: Response, text: string): boolean {
  const { status, headers, ok } = response;
  if (signInStatuses.includes(status) || isRedirect(response) || isFromElsewhere(response)) return true;
  const isPage = /\bhtml\b|\+xml/.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html)\b/i.test(text);
  // An API refuses with data. A page that is no sign-in page is most often the app itself: `endpoint` is wrong then.
  return isPage && (status === 403 || (ok && signInMarkup.test(text)));
}
