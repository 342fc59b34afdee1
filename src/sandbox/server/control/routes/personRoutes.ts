import * as v from 'valibot';
import { lookUp } from '../../../core/index.js';
import { isRoomMessage } from '../../isRoomMessage.js';
import type { Sandbox } from '../../Sandbox.js';
import type { ControlRoute } from '../ControlRoute.js';
import { createRoute } from '../createRoute.js';
import { number, numberBetween, text, texts } from '../fields.js';
import { InputError } from '../InputError.js';
import { NotFoundError } from '../NotFoundError.js';

function requirePresent({ world }: Sandbox, participantId: string): void {
  if (lookUp(world.state.stays, participantId)?.leftAt !== null)
    throw new NotFoundError('nobody with that id is in a room');
}

/** What people in rooms do. */
export const personRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/people/:participantId/leave',
    does: 'A participant leaves.',
    run({ sandbox, param }) {
      requirePresent(sandbox, param('participantId'));
      sandbox.world.leave(param('participantId'));
    },
  },
  {
    method: 'POST',
    path: '/people/:participantId/act',
    does: 'A participant does what a room page could ask for, such as { "type": "say", "text": "Hello" }.',
    takes: 'a message of the rooms’ socket',
    run({ sandbox, input, param }) {
      if (!isRoomMessage(input)) throw new InputError('type is required');
      requirePresent(sandbox, param('participantId'));
      sandbox.world.act(param('participantId'), input);
    },
  },
  createRoute({
    method: 'POST',
    path: '/people/:participantId/network',
    does: 'Changes a participant’s network from now on, and with it the samples of the insights.',
    takes: 'packetLossSend, packetLossRecv (per cent), maxBitrate (bits per second, or null)',
    fields: {
      packetLossSend: numberBetween(0, 100),
      packetLossRecv: numberBetween(0, 100),
      maxBitrate: number,
    },
    run({ sandbox, input, fields: { maxBitrate = null, ...losses }, param }) {
      const limit = 'maxBitrate' in input ? { maxBitrate } : {};
      if (!sandbox.world.setNetwork(param('participantId'), { ...losses, ...limit }))
        throw new NotFoundError('nobody with that id is in a room');
    },
  }),
  createRoute({
    method: 'POST',
    path: '/people/:participantId/rating',
    does: 'A participant rates the session they are in, or the last one they were in.',
    takes: 'rating (1 to 5), tags, comment',
    fields: { rating: v.unwrap(numberBetween(1, 5)), tags: texts, comment: text },
    run({ sandbox, fields, param }) {
      if (!sandbox.world.rate(param('participantId'), fields))
        throw new NotFoundError('nobody with that id was in a session');
    },
  }),
  createRoute({
    method: 'POST',
    path: '/transcriptions/:transcriptionId/fail',
    does: 'Makes a transcription in progress end in a failure.',
    fields: { error: text },
    run({ sandbox, fields: { error = 'Failed in the sandbox' }, param }) {
      if (!sandbox.world.failTranscription(param('transcriptionId'), error))
        throw new NotFoundError('there is no such transcription in progress');
    },
  }),
];
