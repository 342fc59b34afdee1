export * from './url.js';
export { params } from './params/registry.js';
export type { Kind } from './params/kinds/Kind.js';
export { commands } from './protocol/commands.js';
export type { SettingsPane } from './protocol/commands.js';
export { events } from './protocol/events.js';
export type { PrecallResult, PrecallStatus, RoomParticipant } from './protocol/events.js';
export type {
  CommandName,
  EventHandlers,
  EventPayload,
  EventProp,
  KnownRoomEvent,
  RoomCommands,
  RoomEvent,
  UnknownRoomEvent,
} from './protocol/types.js';
export { RoomMessageBuffer } from './embed/RoomMessageBuffer.js';
export type { RoomMessageBufferProps } from './embed/RoomMessageBuffer.js';
export { WherebyEmbed } from './embed/WherebyEmbed.js';
export type { FallbackActions, WherebyEmbedComponent, WherebyEmbedProps } from './embed/types.js';
export type { AllowChanges } from './embed/allow.js';
export type { WherebyEmbedHandle } from './bridge/types.js';
export type { ExitReason } from './meeting/endOfStay.js';
export * from './room-url/index.js';
export type { RoomSource } from './embed/roomSource.js';
export { createMeetingStore } from './meeting/createMeetingStore.js';
export type { MeetingStore } from './meeting/createMeetingStore.js';
export type { Store } from './meeting/createStore.js';
export type { MeetingPhase, MeetingState } from './meeting/MeetingState.js';
export { MeetingProvider } from './provider/MeetingProvider.js';
export type { MeetingProviderProps } from './provider/MeetingProvider.js';
export { MeetingOutlet } from './provider/MeetingOutlet.js';
export type { MeetingOutletProps } from './provider/MeetingOutlet.js';
export { MeetingConsent } from './panels/MeetingConsent.js';
export type { MeetingConsentProps } from './panels/MeetingConsent.js';
export { MeetingEnded } from './panels/MeetingEnded.js';
export type { MeetingEndedProps } from './panels/MeetingEnded.js';
export { MeetingLoading } from './panels/MeetingLoading.js';
export type { MeetingLoadingProps } from './panels/MeetingLoading.js';
export { meetingPanels } from './panels/meetingPanels.js';
export { MeetingProblem } from './panels/MeetingProblem.js';
export type { MeetingProblemProps } from './panels/MeetingProblem.js';
export type { MeetingProblemCause } from './panels/problemCauses.js';
export { labelsAr } from './panels/languages/labelsAr.js';
export { labelsDe } from './panels/languages/labelsDe.js';
export { labelsEn } from './panels/languages/labelsEn.js';
export { labelsEs } from './panels/languages/labelsEs.js';
export { labelsFr } from './panels/languages/labelsFr.js';
export { labelsNb } from './panels/languages/labelsNb.js';
export type { MeetingLabels } from './panels/labels/MeetingLabels.js';
export { useMeeting } from './provider/useMeeting.js';
export { useMeetingControl } from './provider/useMeetingControl.js';
export type { MeetingControl, MeetingControlName } from './provider/useMeetingControl.js';
export { useSupportedBrowser } from './panels/useSupportedBrowser.js';
export type { BrowserLack, SupportedBrowser } from './panels/useSupportedBrowser.js';
export { cspSnippet } from './diagnosis/cspSnippet.js';
export { explainProblem } from './diagnosis/explainProblem.js';
export type { ExplainOptions, ProblemCause, ProblemExplanation } from './diagnosis/explainProblem.js';
