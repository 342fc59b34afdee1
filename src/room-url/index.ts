export type { CreateInput, MeetingAnswer, MeetingRole } from './contract.js';
export type { RoomsSettings } from './Connection.js';
export { RoomsProvider } from './RoomsProvider.js';
export type { RoomsProviderProps } from './RoomsProvider.js';
export { useCreateMeeting } from './useCreateMeeting.js';
export type { UseCreateMeetingResult } from './useCreateMeeting.js';
export { useRoomUrl } from './useRoomUrl.js';
export type { UseRoomUrlOptions, RoomUrl } from './useRoomUrl.js';
