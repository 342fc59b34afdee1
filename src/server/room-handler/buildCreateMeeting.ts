import type { CreateInput } from '../../room-url/contract.js';
import type { CreateMeeting } from '../client/resources/meetingTypes.js';
import { roleFields } from './roleFields.js';
import type { RoleField } from './roleFields.js';

/** What the server decides about a meeting: everything the API accepts. */
export interface MeetingSettings extends Omit<Partial<CreateMeeting>, 'fields' | 'startDate'> {
  /** Minutes until `endDate`, unless the browser chooses them or `endDate` is set. Default 60. */
  readonly minutes?: number | undefined;
}

/**
 * The input of `meetings.create`. What the browser chose overrides the server's settings.
 * @param now milliseconds since 1970
 */
export function buildCreateMeeting(
  { minutes: defaultMinutes = 60, ...settings }: MeetingSettings,
  { minutes, mode, locked, prefix }: CreateInput,
  now: number,
): CreateMeeting<RoleField> {
  const endDate = minutes === undefined ? settings.endDate : undefined;
  return {
    ...settings,
    ...(mode !== undefined && { roomMode: mode }),
    ...(locked !== undefined && { isLocked: locked }),
    ...(prefix !== undefined && { roomNamePrefix: prefix }),
    endDate: endDate ?? new Date(now + (minutes ?? defaultMinutes) * 60_000).toISOString(),
    fields: roleFields,
  };
}
