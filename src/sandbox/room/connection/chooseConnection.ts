import { connectSocket } from './connectSocket.js';
import type { Connect } from './types.js';

/**
 * A server says in the page where its rooms are: `<meta name="sandbox-rooms" content="/rooms/socket">`. Without it
 * the page is a static file and the rooms are in the browser; that code is loaded only then.
 */
export async function chooseConnection(roomName: string): Promise<Connect> {
  const path = document.querySelector<HTMLMetaElement>('meta[name="sandbox-rooms"]')?.content;
  if (!path) return (await import('./connectTabs.js')).connectTabs(roomName);
  const address = new URL(path, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  address.search = '';
  address.hash = '';
  return connectSocket(address.href);
}
