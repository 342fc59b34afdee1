/**
 * How rooms behave where the service's documents are silent, disagree, or leave room for a time. Each has a
 * default; docs/sandbox.md lists them.
 */
export interface Rules {
  /** People a room holds at once, by mode. Machines are not counted. Default 4 and 200. */
  readonly capacity: { readonly normal: number; readonly group: number };
  /** How long a session lives on with fewer than two people, in ms. Default 60 000. */
  readonly sessionGraceMs: number;
  /** How long after `endDate` a room is deactivated, in ms. Default one hour. */
  readonly deactivateAfterMs: number;
  /** How long after `endDate` a meeting is gone from the API, in ms: "automatically" or "within 24 hours". Default 24 hours. */
  readonly deleteAfterMs: number;
  /** Whether those who are put out by deleting or ending a meeting make `room.client.left` events. Default true. */
  readonly leftOnDelete: boolean;
  /** Whether recorder, streamer, captioner and assistant count in `numClients` and its roles. Default true. */
  readonly countMachines: boolean;
  /** Whether a browser that comes back keeps its `participantId`. Default false. */
  readonly keepParticipantId: boolean;
  /** Whether names are hidden in webhooks and insights, as the organisation's privacy switch does. Default false. */
  readonly hideNames: boolean;
  /** How ids of meetings look. Default `digits`. */
  readonly meetingIds: 'digits' | 'uuid';
  /** Which fields webhooks carry: all that are documented, or the older examples' (no `subdomain`, `roomSessionId`, `isDialIn`). Default `newest`. */
  readonly webhookFields: 'newest' | 'oldest';
  /** Whether a room nobody created comes into being when someone opens it, with the keys `sandbox-<role>`. Default false. */
  readonly openRooms: boolean;
  /** How long a recording, stream or transcription takes to start and a stream to stop, in ms. Default 500. */
  readonly startMs: number;
  /** How long a recording takes to be uploaded, in ms. Default 2 000. */
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
