'use client';

import { useSyncExternalStore } from 'react';

/** What a meeting cannot do without. */
export type BrowserLack = 'secureContext' | 'mediaDevices' | 'webrtc' | 'websocket';

export interface SupportedBrowser {
  /** `undefined` on a server and until the browser has taken over from it. */
  readonly supported: boolean | undefined;
  readonly missing: readonly BrowserLack[];
}

const unknown: SupportedBrowser = { supported: undefined, missing: [] };
let found: SupportedBrowser | undefined;

const look = (): SupportedBrowser => {
  const has: Record<BrowserLack, boolean> = {
    secureContext: isSecureContext !== false,
    mediaDevices: typeof navigator.mediaDevices?.getUserMedia === 'function',
    webrtc: typeof RTCPeerConnection === 'function',
    websocket: typeof WebSocket === 'function',
  };
  const missing = (Object.keys(has) as BrowserLack[]).filter((name) => !has[name]);
  return { supported: !missing.length, missing };
};

const never = () => () => undefined;

/** Whether this browser, on this page, has what a meeting needs: before somebody is sent into one. */
export const useSupportedBrowser = (): SupportedBrowser =>
  useSyncExternalStore(
    never,
    () => (found ??= look()),
    () => unknown,
  );
