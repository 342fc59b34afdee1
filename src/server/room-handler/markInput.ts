import type { CreateMeeting } from '../client/resources/meetingTypes.js';
import type { RoleField } from './roleFields.js';

/** What the API takes as `roomNamePrefix`. */
const longestPrefix = 39;

/**
 * Puts a mark into the room's name, after the app's own prefix.
 * @returns undefined if there is no space for it, or if the app wants short names
 */
export function markInput(input: CreateMeeting<RoleField>, mark: string): CreateMeeting<RoleField> | undefined {
  const roomNamePrefix = `${input.roomNamePrefix ?? ''}${mark}-`;
  return roomNamePrefix.length > longestPrefix || input.roomNamePattern === 'human-short'
    ? undefined
    : { ...input, roomNamePrefix };
}
