/** The rules of rooms, for a server and for a browser alike. */
export { createClock } from './createClock.js';
export type { Clock } from './createClock.js';
export { toIsoTime } from './WorldContext.js';
export type { RoomWebhook, WorldEvent } from './WorldContext.js';
export type { NewMeeting } from './meetings.js';
export { sampleAt } from './quality.js';
export { isHost, isMachine, isViewer } from './roles.js';
export { defaultRules } from './Rules.js';
export type { Rules } from './Rules.js';
export type {
  Meeting,
  Network,
  Rating,
  Recording,
  Session,
  Stay,
  Summary,
  Transcription,
  WorldState,
} from './WorldState.js';
export { emptyState, lookUp } from './WorldState.js';
export { createWorld } from './createWorld.js';
export type { Connection, SimulatedPerson, World, WorldOptions } from './createWorld.js';
