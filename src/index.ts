export { WherebyError } from './errors.js';
export type { Issue, WherebyErrorCode, WherebyErrorCodes, WherebyErrorOptions } from './errors.js';
export { buildRoomUrl } from './params/buildRoomUrl.js';
export type { BuildRoomUrlOptions } from './params/buildRoomUrl.js';
export { checkParams } from './params/checkParams.js';
export type { CheckParamsOptions } from './params/checkParams.js';
export { toWherebyLanguage } from './params/language.js';
export { parseRoomUrl } from './params/parseRoomUrl.js';
export type { ParsedRoomUrl } from './params/parseRoomUrl.js';
export { params } from './params/registry.js';
export type { NormalRoomParams, ParamName, RoomParams, WherebyLanguage } from './params/types.js';
export { commands } from './protocol/commands.js';
export type { SettingsPane } from './protocol/commands.js';
export { events } from './protocol/events.js';
export type { PrecallResult, PrecallStatus, RoomParticipant } from './protocol/events.js';
export type {
  CommandArgs,
  CommandName,
  EventHandlers,
  EventPayload,
  EventProp,
  KnownRoomEvent,
  RoomCommands,
  RoomEvent,
  UnknownRoomEvent,
} from './protocol/types.js';
export { WherebyEmbed } from './embed/WherebyEmbed.js';
export type { WherebyEmbedHandle, WherebyEmbedOwnProps, WherebyEmbedProps } from './embed/types.js';
export type { AllowChanges } from './embed/allow.js';
export type { ExitReason } from './bridge/createBridge.js';
export * from './rooms/index.js';
export type { RoomSource } from './embed/roomSource.js';
