/** How the hooks reach the room handler. */
export interface RoomsSettings {
  /**
   * Where the room handler is mounted. Defaults to `/api/whereby`.
   * @example endpoint="/api/meetings"
   * @see `docs/hooks.md#roomsprovider`
   */
  readonly endpoint?: string | undefined;
  /**
   * Headers of every request, or a function that returns them: called for each request, so a token may change.
   * @example headers={{ 'x-tenant': 'acme' }}
   * @see `docs/hooks.md#roomsprovider`
   */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /**
   * Used instead of the browser's own.
   * @example fetch={(url, init) => window.fetch(url, init)}
   * @see `docs/hooks.md#roomsprovider`
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * `include` sends cookies to a handler of another origin.
   * @example credentials="include"
   * @see `docs/backend.md#pages-of-another-origin`
   */
  readonly credentials?: RequestCredentials | undefined;
  /**
   * How long one attempt may take, in milliseconds. Defaults to 20,000; 0 and `Infinity` mean any time.
   * @example timeout={10_000}
   * @see `docs/hooks.md#roomsprovider`
   */
  readonly timeout?: number | undefined;
  /**
   * How often a request is repeated after a temporary failure. Defaults to 4, which takes about 15 seconds; `Infinity`
   * means until it succeeds.
   * @example retries={Infinity}
   * @see `docs/hooks.md#roomsprovider`
   */
  readonly retries?: number | undefined;
}

/** A provider's way to the room handler, or the default one. */
export interface Connection {
  readonly endpoint: string;
  /** The settings of the provider's last render: its functions may be new on every render. */
  readonly latest: { readonly current: RoomsSettings };
}
