import type { Role } from '../wire.js';
import { addStay, endStay } from './stays.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Person } from './WorldState.js';

const createMachine = (displayName: string, deviceId: string): Person => ({
  self: {
    displayName,
    avatarUrl: null,
    camera: false,
    microphone: false,
    screenshare: false,
    cameraEffect: null,
    handRaised: false,
    group: null,
  },
  externalId: null,
  metadata: null,
  deviceId,
  userAgent: 'sandbox',
  simulated: true,
  dialIn: false,
});

export function addMachine(context: WorldContext, meeting: Meeting, role: Role, displayName: string): void {
  addStay(context, meeting, role, createMachine(displayName, context.ids.uuid()));
}

export function removeMachine(context: WorldContext, meeting: Meeting, role: Role): void {
  const id = meeting.present.find((one) => context.state.stays[one]?.role === role);
  if (id) endStay(context, id);
}
