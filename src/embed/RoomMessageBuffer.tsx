'use client';

import { useSyncExternalStore } from 'react';
import { messageBufferScript } from './messageBufferScript.js';

export interface RoomMessageBufferProps {
  /** The nonce of the page's Content-Security-Policy, if it has one for scripts. */
  readonly nonce?: string | undefined;
}

const subscribe = () => () => {};

/**
 * An inline script for server-rendered pages: it keeps what a room posts before the page's own scripts run, so that
 * `WherebyEmbed` misses no event, however late the page hydrates. Render it on the server, before the first
 * `WherebyEmbed`, for example in the layout. In the browser it renders nothing.
 */
export function RoomMessageBuffer({ nonce }: RoomMessageBufferProps) {
  const isServerHtml = useSyncExternalStore(
    subscribe,
    () => false,
    () => true,
  );
  if (!isServerHtml) return null;
  // Browsers hide the nonce from scripts, so React finds an empty one: https://html.spec.whatwg.org/#nonce-attributes
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: messageBufferScript }} />;
}
