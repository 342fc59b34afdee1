export { WherebyError } from '../errors/WherebyError.js';
export type { Issue, WherebyErrorCode, WherebyErrorOptions } from '../errors/WherebyError.js';
export { buildRoomUrl } from './buildRoomUrl.js';
export type { BuildRoomUrlOptions } from '../params/buildRoomUrl.js';
export { checkParams } from '../params/checkParams.js';
export type { CheckParamsOptions } from '../params/checkParams.js';
export { parseRoomUrl } from '../params/parseRoomUrl.js';
export type { ParsedRoomUrl } from '../params/parseRoomUrl.js';
export type { NormalRoomParams, ParamName, RoomParams, WherebyLanguage } from '../params/types.js';
export { WherebyApiError } from './client/apiError.js';
export { createWhereby } from './client/createWhereby.js';
export type { Whereby } from './client/createWhereby.js';
export type { Clock } from './client/clock.js';
export type { WherebyOptions } from './client/config.js';
export { deleteStaleMeetings } from './client/deleteStaleMeetings.js';
export type { DeletedMeetings, DeleteStaleMeetings, StaleMeeting } from './client/deleteStaleMeetings.js';
export { fetchAllowedDomains } from './client/fetchAllowedDomains.js';
export type { AllowedDomains, AllowedDomainsOptions } from './client/fetchAllowedDomains.js';
export type { AccessLink, AccessLinkQuery } from './client/files.js';
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
} from './client/insights.js';
export type { Meetings } from './client/meetings.js';
export type * from './client/meetingTypes.js';
export type { ListRecordings, Recording, Recordings } from './client/recordings.js';
export type { BackgroundPreset, RoomImage, Rooms, ThemeTokens } from './client/rooms.js';
export type { CreateSummary, ListSummaries, Summaries, Summary, SummaryTemplate } from './client/summaries.js';
export type { ListTranscriptions, Transcription, Transcriptions } from './client/transcriptions.js';
export type * from './client/types.js';
export * from './attendance/index.js';
export * from './metadata/index.js';
export * from './webhooks/index.js';
export { verifyApiKey } from './client/verifyApiKey.js';
export type { ApiKeyReport } from './client/verifyApiKey.js';
export { doctor } from './doctor/doctor.js';
export type { DoctorOptions, Finding } from './doctor/doctor.js';
export * from './room-handler/index.js';
