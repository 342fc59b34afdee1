/** What a signed text starts with. A change of format changes it. */
export const metadataVersion = 'wm1';

/** What is signed. The names are short because it all goes into an address. */
export interface MetadataPayload {
  /** meetingId */
  readonly m?: string;
  /** roomName, with its slash */
  readonly r?: string;
  /** externalId */
  readonly x: string;
  /** expiry, milliseconds */
  readonly e: number;
  /** value */
  readonly v?: string;
  /** chance: no two texts are the same, so that one that comes twice is one address used twice */
  readonly n?: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads signed bytes. Undefined where they are no payload. */
export function readPayload(bytes: Uint8Array): MetadataPayload | undefined {
  try {
    const value = JSON.parse(decoder.decode(bytes)) as Partial<MetadataPayload> | null;
    const isText = (text: unknown) => text === undefined || typeof text === 'string';
    return typeof value?.x === 'string' &&
      typeof value.e === 'number' &&
      isText(value.m) &&
      isText(value.r) &&
      isText(value.v)
      ? (value as MetadataPayload)
      : undefined;
  } catch {
    return undefined;
  }
}
