import type { MeetingState, RoomReport } from './MeetingState.js';

/** What is known of a room that has reported nothing yet, or no longer does. */
export const emptyReport: RoomReport = {
  camera: undefined,
  microphone: undefined,
  screenshare: undefined,
  chat: undefined,
  people: undefined,
  pictureInPicture: undefined,
  recording: undefined,
  streaming: undefined,
  transcription: undefined,
  connection: undefined,
  participantCount: undefined,
  participants: [],
};

/** A meeting's state without a frame, apart from its commands. */
export const initialState: Omit<MeetingState, 'commands'> = /* @__PURE__ */ (() => ({
  ...emptyReport,
  phase: 'idle',
  reason: undefined,
  devicePermission: undefined,
  precall: undefined,
  error: undefined,
}))();
