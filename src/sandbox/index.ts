/** A local stand-in for the service: rooms, REST API, webhooks, and a page to control them. Runs in Node. */
export type { RoomRole } from '../server/roles.js';
export type {
  Meeting as SandboxMeeting,
  NewMeeting,
  Rules,
  SimulatedPerson,
  Stay as SandboxStay,
  World,
} from './core/index.js';
export type { ApiBehaviour } from './server/ApiBehaviour.js';
export type { Attempt, Deliveries, Delivery, DeliverySettings, Endpoint, Mischief } from './server/deliveries/types.js';
export type { Fault, Faults } from './server/Faults.js';
export type { LoggedRequest } from './server/LoggedRequest.js';
export type { Sandbox, SandboxSnapshot } from './server/Sandbox.js';
export type { SandboxOptions } from './server/SandboxOptions.js';
export type { Seed } from './server/Seed.js';
export { startSandbox } from './server/startSandbox.js';
export type { RoomState, SelfState } from './wire.js';
