/** Something that goes wrong with requests on purpose. */
export interface Fault {
  /** Only requests whose path begins with this, such as `/v1/meetings`; the REST API where left out. */
  readonly path?: string;
  readonly method?: string;
  /** How many requests; all until it is removed where left out. */
  readonly times?: number;
  /** Answers this late, in ms. */
  readonly latencyMs?: number;
  /** Answers with this status instead of doing anything. */
  readonly status?: number;
  /** Body of that answer. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Drops the connection: `before` anything is done, or `after`, so that it was done and nobody knows. */
  readonly drop?: 'before' | 'after';
}

export interface Faults {
  add(fault: Fault): { readonly id: string };
  remove(id: string): void;
  list(): readonly (Fault & { readonly id: string })[];
  clear(): void;
}
