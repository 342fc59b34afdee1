/** Where recordings are kept. */
export interface Storage {
  /** Moves a finished file here and returns the place, for `open` and `delete`. The same name twice is the same file. */
  store(file: string, name: string): Promise<string>;
  open(place: string): Promise<ReadableStream<Uint8Array>>;
  /** Also if it is gone already. */
  delete(place: string): Promise<void>;
}
