/** A local stand-in for the service: rooms, REST API, webhooks, and a page to control them. Runs in Node. */
export type { RoomRole } from '../server/roles.js';
export type { ConnectOptions } from './core/connectPage.js';
export type { Clock } from './core/createClock.js';
export type { Ids } from './core/createIds.js';
export type {
  Meeting as SandboxMeeting,
  NewMeeting,
  Rules,
  SimulatedPerson,
  Stay as SandboxStay,
  World,
} from './core/index.js';
export type { Connection } from './core/World.js';
export type { RoomWebhook } from './core/WorldContext.js';
export type {
  CaptureSettings,
  Knock,
  Network,
  Rating,
  Recording,
  Session,
  Summary,
  Transcription,
  WorldState,
} from './core/WorldState.js';
export type { RandomPosition } from './server/createSandboxRandom.js';
export type { ApiBehaviour } from './server/ApiBehaviour.js';
export type {
  Attempt,
  Deliveries,
  Delivery,
  DeliverySettings,
  Endpoint,
  Mischief,
  Planned,
} from './server/deliveries/types.js';
export type { Fault, Faults } from './server/Faults.js';
export type { LoggedRequest } from './server/LoggedRequest.js';
export type { Sandbox, SandboxSnapshot } from './server/Sandbox.js';
export type { SandboxOptions } from './server/SandboxOptions.js';
export type { Seed } from './server/Seed.js';
export { startSandbox } from './server/startSandbox.js';
export type { ChatMessage, RoomState, SelfState } from './wire.js';
