import type { Change } from './EventLog.js';

const changeTypes = new Map<string, Change['type']>([
  ['room.client.joined', 'joined'],
  ['room.client.left', 'left'],
  ['room.session.started', 'session-started'],
  ['room.session.ended', 'session-ended'],
]);

/** What kind of change an event of a type is; undefined if it is none. The names of an enum cannot have dots, so databases may have `ROOM_CLIENT_JOINED`. */
export const readChangeType = (type: string) =>
  changeTypes.get(type) ?? changeTypes.get(type.toLowerCase().replaceAll('_', '.'));
