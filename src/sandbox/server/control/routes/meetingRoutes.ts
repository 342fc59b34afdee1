import * as v from 'valibot';
import { isActive, lookUp, normalizeRoomName } from '../../../core/index.js';
import type { Meeting } from '../../../core/index.js';
import { joinableRoles } from '../../joinableRoles.js';
import type { Sandbox } from '../../Sandbox.js';
import { parseInput } from '../../validation/parseInput.js';
import { roomName } from '../../validation/schemas.js';
import type { ControlRoute } from '../ControlRoute.js';
import { createRoute } from '../createRoute.js';
import { externalId, flag, isoTime, oneOf, role, text } from '../fields.js';
import { findMeeting } from '../findMeeting.js';
import { InputError } from '../InputError.js';
import { NotFoundError } from '../NotFoundError.js';

const DAY = 86_400_000;

const personFields = {
  displayName: text,
  role,
  externalId,
  metadata: text,
  deviceId: text,
  avatarUrl: text,
  camera: flag,
  microphone: flag,
  screenshare: flag,
  dialIn: flag,
};

const requireRole = (value: string) =>
  parseInput(v.object({ role: v.picklist(joinableRoles) }), { role: value }, (problem) => new InputError(problem)).role;

function requireActive({ world }: Sandbox, meeting: Meeting): void {
  if (!isActive(world, meeting)) throw new InputError('the meeting is over');
}

/** Meetings and who enters them. */
export const meetingRoutes: readonly ControlRoute[] = [
  createRoute({
    method: 'POST',
    path: '/meetings',
    does: 'Creates a meeting, with a room name of your choice.',
    fields: {
      roomName: v.exactOptional(roomName),
      endDate: isoTime,
      isLocked: flag,
      roomMode: oneOf(['normal', 'group']),
      meetingId: text,
    },
    run({ sandbox, fields: { endDate = sandbox.clock.now() + DAY, ...rest } }) {
      if (rest.roomName !== undefined && lookUp(sandbox.world.state.names, normalizeRoomName(rest.roomName)))
        throw new InputError(`the room ${normalizeRoomName(rest.roomName)} exists already, or existed before`);
      if (rest.meetingId !== undefined && lookUp(sandbox.world.state.meetings, rest.meetingId))
        throw new InputError(`the meeting ${rest.meetingId} exists already, or existed before`);
      const meeting = sandbox.world.createMeeting({ ...rest, endDate });
      return { meetingId: meeting.meetingId, roomUrl: sandbox.roomUrl(meeting.roomName) };
    },
  }),
  {
    method: 'GET',
    path: '/rooms/:roomName/url/:role',
    does: 'Returns the room URL that gives a role.',
    run(call) {
      const url = call.sandbox.roomUrl(findMeeting(call).roomName, requireRole(call.param('role')));
      return { url };
    },
  },
  createRoute({
    method: 'POST',
    path: '/rooms/:roomName/revoke',
    does: 'Revokes every key of a role. Whoever is inside stays; new room URLs have a new key.',
    fields: { role: v.picklist(joinableRoles) },
    run: ({ fields, ...call }) => call.sandbox.world.revokeKeys(findMeeting(call).meetingId, fields.role),
  }),
  {
    method: 'POST',
    path: '/rooms/:roomName/delete',
    does: 'Deletes the meeting and removes everyone.',
    run: (call) => call.sandbox.world.deleteMeeting(findMeeting(call).meetingId),
  },
  createRoute({
    method: 'POST',
    path: '/rooms/:roomName/people',
    does: 'A simulated person enters, even if the room is locked.',
    fields: personFields,
    run({ fields, ...call }) {
      const meeting = findMeeting(call);
      requireActive(call.sandbox, meeting);
      const stay = call.sandbox.world.join(meeting.meetingId, fields);
      if (!stay) throw new InputError('the room is full');
      return { participantId: stay.participantId };
    },
  }),
  createRoute({
    method: 'POST',
    path: '/rooms/:roomName/knocks',
    does: 'A simulated person knocks.',
    fields: personFields,
    run({ fields, ...call }) {
      const meeting = findMeeting(call);
      requireActive(call.sandbox, meeting);
      return { knockId: call.sandbox.world.knock(meeting.meetingId, fields) };
    },
  }),
  createRoute({
    method: 'POST',
    path: '/rooms/:roomName/knocks/:knockId',
    does: 'Admits, rejects or cancels a knock, a real person’s too.',
    takes: 'answer: admit, reject or cancel',
    fields: { answer: v.picklist(['admit', 'reject', 'cancel']) },
    run({ fields, ...call }) {
      const { world } = call.sandbox;
      const { meetingId, knocks } = findMeeting(call);
      const knockId = call.param('knockId');
      if (!knocks.some((knock) => knock.knockId === knockId)) throw new NotFoundError('there is no such knock');
      switch (fields.answer) {
        case 'admit': {
          const stay = world.admit(meetingId, knockId);
          if (!stay) throw new InputError('the room is full');
          return { participantId: stay.participantId };
        }
        case 'reject':
          return world.reject(meetingId, knockId);
        case 'cancel':
          return world.cancelKnock(meetingId, knockId);
      }
    },
  }),
  createRoute({
    method: 'POST',
    path: '/rooms/:roomName/capture',
    does: 'Starts or stops recording, streaming and transcription.',
    takes: 'recording, streaming, transcription (true or false)',
    fields: { recording: flag, streaming: flag, transcription: flag },
    run({ fields: { recording, streaming, transcription }, ...call }) {
      const { world } = call.sandbox;
      const { meetingId } = findMeeting(call);
      if (recording !== undefined) world.setRecording(meetingId, recording);
      if (streaming !== undefined) world.setStreaming(meetingId, streaming);
      if (transcription !== undefined) world.setTranscription(meetingId, transcription);
    },
  }),
  {
    method: 'POST',
    path: '/rooms/:roomName/assistant',
    does: 'A host requests an assistant: the event goes to endpoints that name its type.',
    run: (call) => call.sandbox.world.requestAssistant(findMeeting(call).meetingId),
  },
];
