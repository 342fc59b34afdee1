/**
 * How rooms behave where the service's documents are silent, contradict each other, or do not give a time. Each rule
 * has a default; docs/sandbox.md lists them with the reasons. Of times, 0 is at once and `Infinity` never.
 */
export interface Rules {
  /** How many people fit into a room at once, by mode. Machines do not count. Default 4 and 200. */
  readonly capacity: { readonly normal: number; readonly group: number };
  /** How long a session continues with fewer than two people, in ms. Default 60 000. */
  readonly sessionGraceMs: number;
  /** How long after `endDate` a room is deactivated, in ms. Default one hour. */
  readonly deactivateAfterMs: number;
  /** How long after `endDate` a meeting disappears from the API, in ms: "automatically" or "within 24 hours". Default 24 hours. */
  readonly deleteAfterMs: number;
  /** Whether `room.client.left` is sent for people who are removed because the meeting is deleted or ended. Default true. */
  readonly leftOnDelete: boolean;
  /** Whether recorder, streamer, captioner and assistant count in `numClients` and its roles. Default true. */
  readonly countMachines: boolean;
  /** Whether a browser that reconnects keeps its `participantId`. Default false. */
  readonly keepParticipantId: boolean;
  /** Whether names are hidden in webhooks and insights, as the organisation's privacy setting does. Default false. */
  readonly hideNames: boolean;
  /** The form of meeting ids. Default `digits`. */
  readonly meetingIds: 'digits' | 'uuid';
  /** Which fields webhooks have: all that are documented, or those of the older examples (without `subdomain`, `roomSessionId`, `isDialIn`). Default `newest`. */
  readonly webhookFields: 'newest' | 'oldest';
  /** Whether opening a room that does not exist creates it, with the keys `sandbox-<role>`. Default false. */
  readonly openRooms: boolean;
  /** How long a recording, stream or transcription takes to start and a stream to stop, in ms. Default 500. */
  readonly startMs: number;
  /** How long the upload of a recording takes, in ms. Default 2 000. */
  readonly uploadMs: number;
  /** How long a transcription or a summary takes, in ms. Default 3 000. */
  readonly processMs: number;
}

const HOUR = 3_600_000;

export const defaultRules: Rules = {
  capacity: { normal: 4, group: 200 },
  sessionGraceMs: 60_000,
  deactivateAfterMs: HOUR,
  deleteAfterMs: 24 * HOUR,
  leftOnDelete: true,
  countMachines: true,
  keepParticipantId: false,
  hideNames: false,
  meetingIds: 'digits',
  webhookFields: 'newest',
  openRooms: false,
  startMs: 500,
  uploadMs: 2_000,
  processMs: 3_000,
};
