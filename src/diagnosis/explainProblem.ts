import type { WherebyError, WherebyErrorCode } from '../errors/WherebyError.js';
import { addBrackets } from '../params/addBrackets.js';
import { readRoomAddress } from '../params/roomAddress.js';
import type { AllowChanges } from '../embed/allow.js';
import { cspSnippet } from './cspSnippet.js';

/** One thing that may be why, and what mends it. */
export interface ProblemCause {
  readonly what: string;
  readonly cure: string;
  /** To copy: a header, or an entry of the account's settings. */
  readonly line?: string | undefined;
}

export interface ProblemExplanation {
  readonly code: WherebyErrorCode;
  /** What happened, for a developer. */
  readonly title: string;
  /** Likeliest first. Empty where the title says it all. */
  readonly causes: readonly ProblemCause[];
}

export interface ExplainOptions {
  /** The URL of the room that is missing. Its key is never repeated. */
  readonly room?: string | URL | undefined;
  /** As given to the component. */
  readonly allow?: AllowChanges | undefined;
  /** As given to the component. */
  readonly allowedHosts?: readonly string[] | undefined;
}

/** Why a meeting is not there, and the very headers or settings that are to be added. Reads the page it runs in. */
export function explainProblem(
  error: WherebyError,
  { room, allow, allowedHosts }: ExplainOptions = {},
): ProblemExplanation {
  const here = typeof location === 'undefined' ? "your page's origin" : location.origin;
  const [frameSrc, permissions] = readRoomAddress(room) ? cspSnippet(room!, allow).split('\n') : [];
  const insecure: ProblemCause = {
    what: `${here} is not a secure context, so the browser gives no camera or microphone.`,
    cure: 'Serve the page over https, or from localhost.',
  };
  const csp: ProblemCause = {
    what: "The page's Content-Security-Policy does not let it frame the room.",
    cure: 'Add the origin to the header that the page is served with:',
    line: frameSrc,
  };
  const policy: ProblemCause = {
    what: 'The Permissions-Policy of the page, or of a page that frames it, denies a device.',
    cure: 'Serve the page with this header; where it is framed itself, its frame needs the same in allow:',
    line: permissions,
  };
  const domains: ProblemCause = {
    what: "The page's origin is not among the account's allowed domains: the room then says nothing.",
    cure: 'Add this under Configure > Allowed domains in the dashboard:',
    line: here,
  };
  const expired: ProblemCause = {
    what: 'The room has expired, was deleted, or never existed.',
    cure: 'Open the URL in a tab of its own. If there is no meeting there either, create one and use its URL.',
  };
  const network: ProblemCause = {
    what: 'An extension, a firewall or the network keeps the room from loading.',
    cure: 'Try a private window and another network.',
  };
  const isIsolated = typeof crossOriginIsolated !== 'undefined' && crossOriginIsolated;
  const embedder: ProblemCause = {
    what: 'The page has a Cross-Origin-Embedder-Policy, which keeps frames out that do not opt in to it.',
    cure: 'Pass this prop to load the room without cookies (Chromium), or serve this page without that header:',
    line: 'credentialless',
  };
  const hosts: readonly unknown[] = [allowedHosts ?? []].flat();
  const isInsecure = typeof isSecureContext !== 'undefined' && !isSecureContext;
  const causes: Partial<Record<WherebyErrorCode, readonly ProblemCause[]>> = {
    FRAME_BLOCKED: [...(isIsolated ? [embedder] : []), csp, domains],
    PERMISSIONS_POLICY: [policy],
    INSECURE_CONTEXT: [insecure],
    READY_TIMEOUT: [
      ...(isInsecure ? [insecure] : []),
      ...(isIsolated ? [embedder] : []),
      domains,
      expired,
      csp,
      network,
    ],
    COMMAND_TIMEOUT: [domains],
    ROOM_HOST_REFUSED: hosts.filter(namesNoHost).map((host) => ({
      what: `\`allowedHosts\` has ${typeof host === 'string' ? `"${host}"` : `something of the type ${typeof host}`}, which names no host.`,
      cure: 'It takes a list of whole names or origins, without wildcards: meet.example.com, https://meet.example.com.',
    })),
  };
  return { code: error.code, title: error.message, causes: causes[error.code] ?? [] };
}

/** Whether an entry of `allowedHosts` names no host, so that no room matches it: see `matchesHost`. */
function namesNoHost(entry: unknown): boolean {
  if (typeof entry !== 'string' && !(entry instanceof URL)) return true;
  const text = String(entry).trim();
  try {
    const { protocol, hostname } = new URL(text.includes('://') ? text : `https://${addBrackets(text)}`);
    // Wildcards and lists can be parsed too.
    return !/^https?:$/.test(protocol) || !/^[\w[-][\w.:\]-]*$/.test(hostname);
  } catch {
    return true;
  }
}

/** Puts an explanation on the console: as one group, or as a line if there is nothing more to add. */
export function printExplanation({ title, causes }: ProblemExplanation): void {
  if (!causes.length) return console.warn(title);
  console.group(title);
  console.warn(causes.map(({ what, cure, line }) => [`${what} ${cure}`, line].filter(Boolean).join('\n')).join('\n\n'));
  console.groupEnd();
}
