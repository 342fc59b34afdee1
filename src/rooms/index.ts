export type { CreateInput, MeetingAnswer, MeetingRole } from '../server/rooms/contract.js';
export type { RoomsSettings } from './connection.js';
export { RoomsProvider } from './RoomsProvider.js';
export type { RoomsProviderProps } from './RoomsProvider.js';
export { useCreateMeeting } from './useCreateMeeting.js';
export type { CreatingMeeting } from './useCreateMeeting.js';
export { useRoomUrl } from './useRoomUrl.js';
export type { RoomRequest, RoomUrl } from './useRoomUrl.js';
