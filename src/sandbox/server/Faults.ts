/** Something that goes wrong with requests on purpose. */
export interface Fault {
  /** Only requests whose path begins with this, such as `/v1/meetings`. Default: the whole REST API. */
  readonly path?: string;
  readonly method?: string;
  /** For how many requests. Default: for all, until it is removed. */
  readonly times?: number;
  /** Delays the response by so many ms; with `Infinity` it never comes. */
  readonly latencyMs?: number;
  /** Responds with this status instead of doing anything. */
  readonly status?: number;
  /** The body of that response. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Drops the connection: `before` anything is done, or `after` it was done, so that the client cannot know. */
  readonly drop?: 'before' | 'after';
}

export interface Faults {
  /** Throws `SANDBOX_OPTION_INVALID` for a `latencyMs` that is none. */
  add(fault: Fault): { readonly id: string };
  remove(id: string): void;
  list(): readonly (Fault & { readonly id: string })[];
  clear(): void;
}
