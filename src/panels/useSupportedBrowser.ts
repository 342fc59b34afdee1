'use client';

import { useSyncExternalStore } from 'react';

/** Something that a meeting needs and this browser, or this page, does not have. */
export type BrowserLack = 'secureContext' | 'mediaDevices' | 'webrtc' | 'websocket';

export interface SupportedBrowser {
  /** `undefined` on a server, and in the browser until it has hydrated the page. */
  readonly supported: boolean | undefined;
  readonly missing: readonly BrowserLack[];
}

const unknown: SupportedBrowser = { supported: undefined, missing: [] };
let checked: SupportedBrowser | undefined;

const checkBrowser = (): SupportedBrowser => {
  const missing: BrowserLack[] = [];
  // jsdom and happy-dom, in which an app's tests run, do not know whether the context is secure.
  if (window.isSecureContext === false) missing.push('secureContext');
  if (typeof navigator.mediaDevices?.getUserMedia !== 'function') missing.push('mediaDevices');
  if (typeof RTCPeerConnection !== 'function') missing.push('webrtc');
  if (typeof WebSocket !== 'function') missing.push('websocket');
  return { supported: !missing.length, missing };
};

const subscribe = () => () => undefined;

/** Whether this browser, on this page, has what a meeting needs. Check it before you send somebody into one. */
export const useSupportedBrowser = (): SupportedBrowser =>
  useSyncExternalStore(
    subscribe,
    () => (checked ??= checkBrowser()),
    () => unknown,
  );
