/** The statuses of what a room starts and stops, each list in the order a room goes through it. */
export const recordingStatuses = ['starting', 'started', 'stopped'] as const;
export const streamingStatuses = ['requested', 'starting', 'streaming', 'stopping', 'stopped'] as const;
export const transcriptionStatuses = ['starting', 'started', 'stopped'] as const;
/** The statuses of a participant's connection. */
export const connectionStatuses = ['stable', 'unstable', 'offline'] as const;

export type ConnectionStatus = (typeof connectionStatuses)[number];
export type RecordingStatus = (typeof recordingStatuses)[number];
export type StreamingStatus = (typeof streamingStatuses)[number];
export type TranscriptionStatus = (typeof transcriptionStatuses)[number];

type ServiceStatus = RecordingStatus | StreamingStatus | TranscriptionStatus;

const running: readonly ServiceStatus[] = ['started', 'streaming', 'stopping'];
const changing: readonly ServiceStatus[] = ['requested', 'starting', 'stopping'];

/** Whether a recording, stream or transcription is on; it still is while it stops. */
export const isRunningStatus = (status: unknown): boolean => running.some((one) => one === status);

/** Whether the room is about to start or stop it. */
export const isChangingStatus = (status: unknown): boolean => changing.some((one) => one === status);
