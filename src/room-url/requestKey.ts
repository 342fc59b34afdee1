import type { CreateInput } from './contract.js';

/** Which meeting: an existing one by its id, or a new one. */
export type MeetingRequest =
  | { readonly meetingId: string; readonly create?: undefined }
  | { readonly create: CreateInput; readonly meetingId?: undefined };

/** One text for each request: the order of the fields does not matter. */
export const buildRequestKey = ({ meetingId, create }: MeetingRequest): string =>
  JSON.stringify(create ? { create: Object.fromEntries(Object.entries(create).sort()) } : { meetingId });

export const readRequestKey = (key: string): MeetingRequest => JSON.parse(key) as MeetingRequest;
