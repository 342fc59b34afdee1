/** A request to the REST API. Keys and bodies are not kept. */
export interface LoggedRequest {
  /** ISO time by the machine's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
}
