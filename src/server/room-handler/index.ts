export type {
  CreateInput,
  MeetingAnswer,
  MeetingRole,
  RoomsErrorBody,
  RoomsErrorCode,
} from '../../room-url/contract.js';
export type { Authorize, Person, Refused, RoomsAction } from './findPerson.js';
export type { MeetingSettings } from './buildCreateMeeting.js';
export type { Choices } from './Choices.js';
export type { MeetingsClient } from './createMeetingsApi.js';
export type { CreatedMeeting } from './createMeetingService.js';
export { createRoomsHandler } from './createRoomsHandler.js';
export type { RoomsHandler } from './createRoomsHandler.js';
export type { MeetingKeys } from './MeetingKeys.js';
export type { CreationContext, RoomsHandlerOptions } from './RoomsHandlerOptions.js';
