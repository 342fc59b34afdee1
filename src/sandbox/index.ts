/** A local stand-in for the service: rooms, REST API, webhooks, and a page to control them. For Node. */
export { startSandbox } from './server/start.js';
export type { SandboxOptions } from './server/options.js';
export type { Sandbox, SandboxSnapshot } from './server/sandbox.js';
export type { Seed } from './server/seed.js';
export type { ApiBehaviour } from './server/behaviour.js';
export type { Attempt, Deliveries, Delivery, DeliverySettings, Endpoint, Mischief } from './server/deliveries/index.js';
export type { Fault, Faults } from './server/faultTypes.js';
export type { LoggedRequest } from './server/requestTypes.js';
export type { Meeting, NewMeeting, Rules, SimulatedPerson, Stay, World } from './core/index.js';
export type { Role, RoomState, SelfState } from './wire.js';
