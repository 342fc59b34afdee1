/** What a server uses. */
export interface Usage {
  /** What its heap holds after garbage collection, in megabytes. */
  readonly heap: number;
  /** Time of the processor since it started, in milliseconds. */
  readonly processor: number;
}
