/** The rules of the rooms, for a server and for a browser alike. */
export type { ConnectOptions } from './connectPage.js';
export { createClock } from './createClock.js';
export type { Clock } from './createClock.js';
export { secureRandom } from './createIds.js';
export type { Ids, Random } from './createIds.js';
export { createWorld } from './createWorld.js';
export { isActive } from './emitWebhooks.js';
export { getShownName } from './getShownName.js';
export { lookUp } from './lookUp.js';
export type { NewMeeting } from './meetings.js';
export { sampleNetwork } from './networkSamples.js';
export { normalizeRoomName } from './normalizeRoomName.js';
export { isHost, isMachine, isViewer } from './roles.js';
export { defaultRules } from './Rules.js';
export type { Rules } from './Rules.js';
export { toIsoTime } from './toIsoTime.js';
export type { Connection, SimulatedPerson, World, WorldOptions } from './World.js';
export type { RoomWebhook, WorldEvent } from './WorldContext.js';
export type {
  CaptureSettings,
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
