/** The rules of rooms, for a server and for a browser alike. */
export { createClock } from './clock.js';
export type { Clock } from './clock.js';
export { iso } from './context.js';
export type { RoomWebhook, WorldEvent } from './context.js';
export type { NewMeeting } from './meetings.js';
export { withSlash } from './meetings.js';
export { sampleAt } from './quality.js';
export { isHost, isMachine, isViewer } from './roles.js';
export { defaultRules } from './rules.js';
export type { Rules } from './rules.js';
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
} from './state.js';
export { emptyState, own } from './state.js';
export { createWorld } from './world.js';
export type { Connection, SimulatedPerson, World, WorldOptions } from './world.js';
