export type { Choices, MeetingSettings } from './choices.js';
export type {
  CreateInput,
  MeetingAnswer,
  MeetingRole,
  RoomsErrorBody,
  RoomsErrorCode,
} from '../../room-url/contract.js';
export { createRoomsHandler } from './createRoomsHandler.js';
export type { CreationContext, RoomsHandler, RoomsHandlerOptions } from './createRoomsHandler.js';
export { memoryMeetingKeys } from './keys.js';
export type { MeetingKeys } from './keys.js';
export type { CreatedMeeting } from './meetingDesk.js';
export type { Authorize, Person, Refused, RoomsAction } from './person.js';
export type { MeetingsClient } from './upstream.js';
