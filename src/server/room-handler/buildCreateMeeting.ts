import type { CreateInput } from '../../room-url/contract.js';
import type { CreateMeeting } from '../client/resources/meetingTypes.js';
import { createServerError } from '../../errors/createServerError.js';
import { describeNumber } from '../../time/describeNumber.js';
import { isMinutes, longestMeeting } from './isMinutes.js';
import { roleFields } from './roleFields.js';
import type { RoleField } from './roleFields.js';

/** What the server decides about a meeting: everything the API accepts. */
export interface MeetingSettings extends Omit<Partial<CreateMeeting>, 'fields' | 'startDate'> {
  /**
   * Minutes until `endDate`, unless the browser chooses them or `endDate` is set: above 0 and at most a hundred years.
   * Default 60.
   */
  readonly minutes?: number | undefined;
}

/**
 * The input of `meetings.create`. What the browser chose overrides the server's settings.
 * @param now milliseconds since 1970
 * @throws WherebyError `HANDLER_OPTION_INVALID`
 */
export function buildCreateMeeting(
  { minutes: defaultMinutes = 60, ...settings }: MeetingSettings,
  { minutes, mode, locked, prefix }: CreateInput,
  now: number,
): CreateMeeting<RoleField> {
  checkMinutes(defaultMinutes);
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

/** @throws WherebyError `HANDLER_OPTION_INVALID` */
export function checkMinutes(minutes: unknown): void {
  if (isMinutes(minutes)) return;
  throw createServerError('HANDLER_OPTION_INVALID', {
    problem: `\`meeting.minutes\` must be a number above 0 and at most ${longestMeeting}, got ${describeNumber(minutes)}`,
  });
}
