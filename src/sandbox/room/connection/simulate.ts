import type { World } from '../../core/index.js';
import type { ToRooms } from '../../wire.js';
import { simulatedPeople } from './simulatedPeople.js';
import { stageRoom } from './staging.js';
import type { Simulation } from './types.js';

/** Does what a button of the inspector asks for. */
export function simulate(world: World, roomName: string, simulation: Simulation): void {
  const meeting = world.findMeeting(roomName);
  if (!meeting) return;
  const { meetingId } = meeting;
  const simulated = meeting.present.filter((id) => world.state.stays[id]?.simulated);
  switch (simulation.type) {
    case 'addPerson': {
      const inside = simulated.map((id) => world.state.stays[id]?.self.displayName);
      const next = simulatedPeople.find(({ displayName }) => !inside.includes(displayName));
      world.join(meetingId, next ?? { displayName: `Guest ${simulated.length + 1}` });
      return;
    }
    case 'removePerson': {
      const last = simulated.at(-1);
      if (last) world.leave(last);
      return;
    }
    case 'changeFirst': {
      const [first] = simulated;
      if (first) world.act(first, { type: 'update', changes: simulation.changes });
      return;
    }
    case 'setRecording':
      world.setRecording(meetingId, simulation.on);
      return;
    case 'setStreaming':
      world.setStreaming(meetingId, simulation.on);
      return;
    case 'knock':
      world.knock(meetingId, { displayName: 'Amara Okafor' });
      return;
    case 'admitAll':
      for (const { knockId } of meeting.knocks) world.admit(meetingId, knockId);
      return;
    case 'rejectAll':
      for (const { knockId } of meeting.knocks) world.reject(meetingId, knockId);
      return;
    case 'removeSelf':
      return actAsHost(world, meetingId, { type: 'remove', participantId: simulation.participantId });
    case 'endMeeting':
      return actAsHost(world, meetingId, { type: 'endMeeting' });
    case 'muteSelf':
      return actAsHost(world, meetingId, { type: 'mute', participantId: simulation.participantId });
    case 'stage':
      return stageRoom(world, roomName, simulation.staging);
    case 'setLock':
      return actAsHost(world, meetingId, { type: 'lock', locked: simulation.locked });
  }
}

/** Only hosts may do it: one comes in, does it, and leaves. */
function actAsHost(world: World, meetingId: string, message: ToRooms): void {
  const host = world.join(meetingId, { displayName: 'Host', role: 'host' });
  if (!host) return;
  world.act(host.participantId, message);
  world.leave(host.participantId);
}
