import * as v from 'valibot';
import type { FromRooms, ToRooms } from '../wire.js';
import { changeSelf } from './changeSelf.js';
import { isActive } from './emitWebhooks.js';
import { handleHostMessage } from './handleHostMessage.js';
import { removePerson } from './people.js';
import { clippedText, readSelfChanges } from './readPerson.js';
import { isHost } from './roles.js';
import { toIsoTime } from './toIsoTime.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting, Stay } from './WorldState.js';

/** The chat keeps this many messages. */
const CHAT_LENGTH = 500;

const chatText = clippedText(10_000);
const emoji = clippedText(32);

/** Does what a participant asks for, be it a browser's message or a simulated person's. Messages that mean nothing are ignored. */
export function handleMessage(context: WorldContext, meeting: Meeting, stay: Stay, message: ToRooms): void {
  const { participantId } = stay;
  switch (message.type) {
    case 'update':
      changeSelf(context, stay, readSelfChanges(message.changes));
      return context.markChanged(meeting);
    case 'say': {
      const text = v.parse(chatText, message.text);
      if (!text.trim()) return;
      const { displayName } = stay.self;
      const at = toIsoTime(context.clock.now());
      const entry = { id: context.ids.uuid(), participantId, displayName, text, at };
      meeting.chat = [...meeting.chat, entry].slice(-CHAT_LENGTH);
      return context.markChanged(meeting);
    }
    case 'react':
      return sendToEveryone(context, meeting, {
        type: 'reaction',
        participantId,
        emoji: v.parse(emoji, message.emoji),
      });
    case 'leave':
      return removePerson(context, participantId);
    default:
      // Host rights end when the room is deactivated, an hour after the meeting's end.
      if (isHost(stay.role) && isActive(context, meeting)) handleHostMessage(context, meeting, message);
  }
}

function sendToEveryone(context: WorldContext, meeting: Meeting, message: FromRooms): void {
  for (const page of context.pages) if (page.meetingId === meeting.meetingId && page.participantId) page.send(message);
}
