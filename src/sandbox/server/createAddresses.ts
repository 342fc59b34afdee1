import { isIP } from 'node:net';

/**
 * How a host is written in a URL. For an address that stands for all of a machine's, one that its own programs use; not
 * `[::1]`, because the `allow` attribute of a frame takes no IPv6 address, so that a room there would have neither camera
 * nor microphone (https://www.w3.org/TR/permissions-policy/#allowlists).
 */
export function formatHost(host: string): string {
  const name = host.replace(/^\[|\]$/g, '');
  if (name === '0.0.0.0') return '127.0.0.1';
  if (name === '::') return 'localhost';
  return isIP(name) === 6 ? `[${name}]` : name;
}

/** Where the sandbox can be reached, once it listens. */
export interface Addresses {
  readonly url: string;
  readonly tlsUrl: string | null;
  readonly roomOrigin: string;
  /**
   * The origin under which a request reached the sandbox. A container does not know by which names and ports it is
   * reached: whoever asks does.
   */
  findOrigin(request: Request): string;
  /** The origin of the room URLs that the response to a request has. */
  findRoomOrigin(request: Request): string;
  setPorts(ports: { readonly http: number; readonly https: number | null }): void;
}

export function createAddresses({
  host,
  roomOrigin,
}: {
  readonly host: string;
  readonly roomOrigin: string | undefined;
}) {
  let ports: Parameters<Addresses['setPorts']>[0] = { http: 0, https: null };
  const build = (scheme: string, port: number) => `${scheme}://${formatHost(host)}:${port}`;
  const findOrigin = (request: Request) => new URL(request.url).origin;

  const addresses: Addresses = {
    get url() {
      return build('http', ports.http);
    },
    get tlsUrl() {
      return ports.https === null ? null : build('https', ports.https);
    },
    get roomOrigin() {
      return roomOrigin ?? addresses.tlsUrl ?? addresses.url;
    },
    findOrigin,
    findRoomOrigin(request) {
      if (roomOrigin !== undefined) return roomOrigin;
      const { protocol, hostname, origin } = new URL(request.url);
      return ports.https === null || protocol === 'https:' ? origin : `https://${hostname}:${ports.https}`;
    },
    setPorts(given) {
      ports = given;
    },
  };
  return addresses;
}
