import { WherebyError } from 'react-whereby-embed';
import { createRoomsHandler } from 'react-whereby-embed/server';
import type { MeetingsClient } from 'react-whereby-embed/server';
// The rules of the sandbox's rooms, which its server and its static page both go by.
import { createWorld, toIsoTime } from '../../src/sandbox/core/index.js';
import type { Meeting } from '../../src/sandbox/core/index.js';

export interface SandboxBackend {
  /** For `RoomsProvider`. */
  readonly fetch: typeof globalThis.fetch;
  /** Makes a meeting that ends in so many milliseconds; in the past where it is less than none. */
  makeMeeting(endsIn: number): string;
}

/**
 * An app's backend in the page: the room handler of this package over the sandbox's meetings. Everyone is a visitor,
 * and every meeting is in the room at `roomUrl`. The first that the page makes by a key ends after `firstEndsIn`.
 */
export function createSandboxBackend(roomUrl: string, firstEndsIn = 3_600_000): SandboxBackend {
  const world = createWorld();
  const answer = ({ meetingId, roomName, createdAt, endDate }: Meeting) => ({
    meetingId,
    roomName,
    roomUrl,
    startDate: toIsoTime(createdAt),
    endDate: toIsoTime(endDate),
  });
  const meetings: MeetingsClient['meetings'] = {
    async create({ endDate }) {
      return answer(world.createMeeting({ endDate: Number(new Date(endDate)) }));
    },
    async get(meetingId) {
      const meeting = world.state.meetings[meetingId];
      if (!meeting) throw new WherebyError('API_NOT_FOUND', 'there is no such meeting.');
      return answer(meeting);
    },
    async delete(meetingId) {
      world.deleteMeeting(meetingId);
    },
  };
  let made = 0;
  const handler = createRoomsHandler({
    whereby: { meetings },
    authorize: () => ({ role: 'visitor', may: ['enter', 'create'] }),
    meeting: () => ({ minutes: (made++ ? 3_600_000 : firstEndsIn) / 60_000 }),
  });
  return {
    fetch: (input, init) => handler(new Request(new URL(String(input), location.href), init)),
    makeMeeting: (endsIn) => world.createMeeting({ endDate: world.clock.now() + endsIn }).meetingId,
  };
}
