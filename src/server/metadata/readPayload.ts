/** What a signed text starts with. Another format gets another version. */
export const metadataVersion = 'wm1';

/** What is signed. The names are short because all of it goes into a room URL. */
export interface MetadataPayload {
  /** meetingId */
  readonly m?: string;
  /** roomName, with its leading slash */
  readonly r?: string;
  /** externalId */
  readonly x: string;
  /** expiry, in unix milliseconds */
  readonly e: number;
  /** value */
  readonly v?: string;
  /** nonce: no two texts are the same, so a text that turns up twice is one URL used twice */
  readonly n?: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a payload from its bytes. Returns undefined if they are something else. */
export function readPayload(bytes: Uint8Array): MetadataPayload | undefined {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return isPayload(value) ? value : undefined;
  } catch {
    // Not UTF-8, or not JSON.
    return undefined;
  }
}

function isPayload(value: unknown): value is MetadataPayload {
  const { m, r, x, e, v } = Object(value) as { readonly [Name in keyof MetadataPayload]: unknown };
  return typeof x === 'string' && typeof e === 'number' && [m, r, v].every(isTextOrUndefined);
}

const isTextOrUndefined = (value: unknown) => value === undefined || typeof value === 'string';
