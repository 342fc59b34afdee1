import { connectSocket } from './connectSocket.js';
import type { Connect } from './types.js';

/**
 * A server points the page to its rooms with `<meta name="sandbox-rooms" content="/rooms/socket">`. Without that the
 * page is a static file and the rooms are in the browser; their code is loaded only then.
 */
export async function chooseConnection(roomName: string): Promise<Connect> {
  const path = document.querySelector<HTMLMetaElement>('meta[name="sandbox-rooms"]')?.content;
  if (!path) return (await import('./connectTabs.js')).connectTabs(roomName);
  const url = new URL(path, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  url.search = '';
  url.hash = '';
  return connectSocket(url.href);
}
