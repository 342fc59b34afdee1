import type { MeetingState, RoomReport } from './MeetingState.js';

const report: RoomReport = {
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

/** A room that has reported nothing yet, or no longer does. */
export const silence = report;

/** All of a state but its commands, as it is where there is no frame. */
export const blank: Omit<MeetingState, 'commands'> = {
  ...silence,
  phase: 'idle',
  reason: undefined,
  devicePermission: undefined,
  precall: undefined,
  error: undefined,
};
