import { createRoomsHandler } from 'react-whereby-embed/server';
import type { MeetingsClient, RoomsHandler } from 'react-whereby-embed/server';

export interface SurgeryUser {
  readonly isDoctor: boolean;
  /** A doctor, and the patients of that doctor, see only each other's meetings. */
  readonly surgery: string;
}

/**
 * A locked room: patients knock and wait until the doctor lets them in. The server sets the lock, so no page can
 * omit it.
 */
export const createWaitingRoom = (
  whereby: MeetingsClient,
  findUser: (request: Request) => SurgeryUser | undefined,
): RoomsHandler =>
  createRoomsHandler({
    whereby,
    meeting: { isLocked: true, roomNamePrefix: 'surgery-' },
    authorize(request) {
      const user = findUser(request);
      if (!user) return null;
      const { surgery: tenant, isDoctor } = user;
      return isDoctor
        ? { role: 'host', tenant, may: ['create', 'enter', 'delete'], params: { locking: true } }
        : { role: 'visitor', tenant, params: { precallReview: true, locking: false } };
    },
  });
