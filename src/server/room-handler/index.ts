export type { Choices, MeetingSettings } from './checkInput.js';
export type {
  CreateInput,
  MeetingAnswer,
  MeetingRole,
  RoomsErrorBody,
  RoomsErrorCode,
} from '../../room-url/contract.js';
export { createRoomsHandler } from './createRoomsHandler.js';
export type { CreationContext, RoomsHandler, RoomsHandlerOptions } from './createRoomsHandler.js';
export { memoryMeetingKeys } from './memoryMeetingKeys.js';
export type { MeetingKeys } from './memoryMeetingKeys.js';
export type { CreatedMeeting } from './createMeetingService.js';
export type { Authorize, Person, Refused, RoomsAction } from './authorizePerson.js';
export type { MeetingsClient } from './toRefusal.js';
