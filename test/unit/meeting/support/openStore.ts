import { createMeetingStore } from 'react-whereby-embed';
import { createFakeSource } from './createFakeSource.js';

/** A store that is connected to a fake source. */
export function openStore() {
  const room = createFakeSource();
  const store = createMeetingStore(room.source);
  return { ...room, room, store, state: () => store.getState() };
}
