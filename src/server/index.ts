export { WherebyError } from '../errors/WherebyError.js';
export type { Issue, RoomRefusal, WherebyErrorCode, WherebyErrorOptions } from '../errors/WherebyError.js';
export { buildRoomUrl } from './buildRoomUrl.js';
export type { BuildRoomUrlOptions } from '../params/buildRoomUrl.js';
export { checkParams } from '../params/checkParams.js';
export type { CheckParamsOptions } from '../params/checkParams.js';
export { parseRoomUrl } from '../params/parseRoomUrl.js';
export type { ParsedRoomUrl } from '../params/parseRoomUrl.js';
export type { NormalRoomParams, ParamName, RoomParams, WherebyLanguage } from '../params/types.js';
export { WherebyApiError } from './client/WherebyApiError.js';
export { createWhereby } from './client/createWhereby.js';
export type { Whereby } from './client/createWhereby.js';
export type { Clock } from './client/realClock.js';
export type { WherebyOptions } from './client/readConfig.js';
export { findOrCreateMeeting } from './client/findOrCreateMeeting.js';
export type { FindOrCreateMeeting, FoundMeeting } from './client/findOrCreateMeeting.js';
export { deleteStaleMeetings } from './client/deleteStaleMeetings.js';
export type { DeletedMeetings, DeleteStaleMeetings, StaleMeeting } from './client/deleteStaleMeetings.js';
export { fetchAllowedDomains } from './client/fetchAllowedDomains.js';
export type { AllowedDomains, AllowedDomainsOptions } from './client/fetchAllowedDomains.js';
export type { AccessLink, AccessLinkQuery } from './client/resources/createFileMethods.js';
export type {
  Insights,
  InsightTotals,
  ListParticipantInsights,
  ListRoomInsights,
  ListRoomSessionInsights,
  ParticipantDetails,
  ParticipantInsights,
  RoomInsights,
  RoomSessionInsights,
} from './client/resources/createInsights.js';
export type { Meetings } from './client/resources/createMeetings.js';
export type * from './client/resources/meetingTypes.js';
export type { ListRecordings, Recording, Recordings } from './client/resources/createRecordings.js';
export type { BackgroundPreset, RoomImage, Rooms, ThemeTokens } from './client/resources/createRoomThemes.js';
export type {
  CreateSummary,
  ListSummaries,
  Summaries,
  Summary,
  SummaryTemplate,
} from './client/resources/createSummaries.js';
export type { ListTranscriptions, Transcription, Transcriptions } from './client/resources/createTranscriptions.js';
export type * from './client/types.js';
export * from './adapters/index.js';
export * from './attendance/index.js';
export * from './csv/index.js';
export * from './metadata/index.js';
export * from './webhooks/index.js';
export { verifyApiKey } from './client/verifyApiKey.js';
export type { ApiKeyReport } from './client/verifyApiKey.js';
export { doctor } from './doctor/doctor.js';
export type { DoctorOptions, Finding } from './doctor/doctor.js';
export * from './room-handler/index.js';
export type { MachineRole, PersonRole, RoomRole } from './roles.js';
