import { stripQuery } from '../params/roomAddress.js';

const EMBEDDER_POLICY = 'Cross-Origin-Embedder-Policy';

const blockingPolicies = ['frame-src', 'frame-ancestors', EMBEDDER_POLICY] as const;

/** The directive of a Content-Security-Policy, or the header, that kept a frame from loading. */
export type BlockingPolicy = (typeof blockingPolicies)[number];

/**
 * What the reports of interest have in common, as JSON: https://developer.mozilla.org/docs/Web/API/ReportingObserver
 */
interface PolicyReport {
  readonly type: string;
  readonly body: {
    readonly blockedURL?: string;
    readonly effectiveDirective?: string;
    readonly disposition?: string;
  } | null;
}

/**
 * Watches for policies that keep the frame of a room from loading: the page's `frame-src`, the room's
 * `frame-ancestors` (its allowed domains) and the page's Cross-Origin-Embedder-Policy. A policy that only reports does
 * not block, and is ignored.
 *
 * Every browser has the event, for `frame-src`. Chromium has reports too, which cover all three and the time before we
 * listened (measured in Chromium 147).
 *
 * @returns stops watching
 */
export function watchBlocking(
  view: Window & typeof globalThis,
  room: URL,
  onBlocked: (policy: BlockingPolicy) => void,
  includePast: boolean,
): () => void {
  // Browsers report the origin alone, or the whole URL, which can be that of a picture or of another room.
  const places: unknown[] = [room.origin, `${room.origin}/`, stripQuery(room)];
  const check = (policy: string | undefined, blocked: string | undefined, disposition: string | undefined) => {
    if (/^report/.test(disposition ?? '') || !places.includes(blocked?.split(/[?#]/)[0])) return;
    const blocking = blockingPolicies.find((known) => known === policy);
    if (blocking) onBlocked(blocking);
  };
  const onViolation = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent) =>
    check(effectiveDirective, blockedURI, disposition);
  const onReports = (reports: readonly Report[]) => {
    for (const report of reports) {
      // Not the report itself: an embedder policy's has its fields in the JSON alone (seen in Chromium 156).
      const { type, body } = (report as unknown as { toJSON(): PolicyReport }).toJSON();
      const policy = type === 'coep' ? EMBEDDER_POLICY : body?.effectiveDirective;
      check(policy, body?.blockedURL, body?.disposition);
    }
  };

  // An AbortSignal would remove the listeners at ten times the cost (measured in Chromium 147), for every frame.
  const { document } = view;
  document.addEventListener('securitypolicyviolation', onViolation);
  const observer =
    view.ReportingObserver &&
    new view.ReportingObserver(onReports, {
      types: ['csp-violation', 'coep'],
      buffered: includePast,
    });
  observer?.observe();
  return () => {
    document.removeEventListener('securitypolicyviolation', onViolation);
    observer?.disconnect();
  };
}
