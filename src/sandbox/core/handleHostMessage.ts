import * as v from 'valibot';
import type { FromRooms, ToRooms } from '../wire.js';
import { changeSelf } from './changeSelf.js';
import { admitKnock, rejectKnock } from './knocks.js';
import { emptyRoom, removePerson } from './people.js';
import { clippedText } from './readPerson.js';
import { startRecording, stopRecording } from './recordings.js';
import { isMachine } from './roles.js';
import { startStreaming, stopStreaming } from './streams.js';
import { startTranscription, stopTranscription } from './transcriptions.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Stay } from './WorldState.js';

const groupNames = v.fallback(v.array(clippedText(100)), []);

/** Does what only hosts may ask for. The caller has checked the role. */
export function handleHostMessage(context: WorldContext, meeting: Meeting, message: ToRooms): void {
  const findInRoom = (participantId: unknown): Stay | undefined =>
    typeof participantId === 'string' && meeting.present.includes(participantId)
      ? context.state.stays[participantId]
      : undefined;
  const sendTo = (participantId: string, answer: FromRooms) => {
    for (const page of context.pages) if (page.participantId === participantId) page.send(answer);
  };
  switch (message.type) {
    case 'lock':
      meeting.locked = message.locked === true;
      break;
    case 'admit':
      admitKnock(context, meeting, message.knockId);
      break;
    case 'reject':
      rejectKnock(context, meeting, message.knockId);
      break;
    case 'remove': {
      const stay = findInRoom(message.participantId);
      if (!stay || isMachine(stay.role)) return;
      sendTo(stay.participantId, { type: 'removed' });
      removePerson(context, stay.participantId);
      break;
    }
    case 'mute': {
      const stay = findInRoom(message.participantId);
      if (!stay) return;
      changeSelf(context, stay, { microphone: false });
      sendTo(stay.participantId, { type: 'muted' });
      break;
    }
    case 'spotlight':
      meeting.spotlight = findInRoom(message.participantId)?.participantId ?? null;
      break;
    case 'breakout':
      setBreakout(context, meeting, message.open === true, v.parse(groupNames, message.groups));
      break;
    case 'record':
      (message.on === true ? startRecording : stopRecording)(context, meeting);
      break;
    case 'stream':
      (message.on === true ? startStreaming : stopStreaming)(context, meeting);
      break;
    case 'transcribe':
      (message.on === true ? startTranscription : stopTranscription)(context, meeting);
      break;
    case 'timer':
      meeting.timerStartedAt = message.on === true ? (meeting.timerStartedAt ?? context.clock.now()) : null;
      break;
    case 'endMeeting':
      emptyRoom(context, meeting, 'ended');
      break;
    default:
      return;
  }
  context.markChanged(meeting);
}

/** Opens or closes the groups. Whoever is in a group that no longer exists goes back to the main room. */
function setBreakout(context: WorldContext, meeting: Meeting, open: boolean, groups: readonly string[]): void {
  meeting.breakout = { open, groups };
  for (const id of meeting.present) {
    const stay = context.state.stays[id];
    if (stay?.self.group && !(open && groups.includes(stay.self.group))) stay.self = { ...stay.self, group: null };
  }
}
