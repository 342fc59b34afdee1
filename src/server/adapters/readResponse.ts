/** A response as frameworks on Node take it. */
export interface PlainResponse {
  readonly status: number;
  /** Names are in lower case. `set-cookie` is in `cookies`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Uint8Array<ArrayBuffer>;
}

export async function readResponse(response: Response): Promise<PlainResponse> {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'));
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers, cookies: response.headers.getSetCookie(), body };
}
