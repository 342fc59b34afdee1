import { createRoomsHandler } from 'react-whereby-embed/server';
import type { MeetingsClient, RoomsHandler } from 'react-whereby-embed/server';

/**
 * A locked room: patients knock and wait until the doctor lets them in. The server sets the lock, so no page can
 * omit it.
 */
export const createWaitingRoom = (
  whereby: MeetingsClient,
  isDoctor: (request: Request) => boolean | undefined,
): RoomsHandler =>
  createRoomsHandler({
    whereby,
    meeting: { isLocked: true, roomNamePrefix: 'surgery-' },
    authorize(request) {
      const doctor = isDoctor(request);
      if (doctor === undefined) return null;
      return doctor
        ? { role: 'host', may: ['create', 'enter', 'delete'], params: { locking: true } }
        : { role: 'visitor', params: { precallReview: true, locking: false } };
    },
  });
