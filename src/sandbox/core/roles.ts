import type { Role } from '../wire.js';

const machines: readonly Role[] = ['recorder', 'streamer', 'captioner', 'assistant'];
const hosts: readonly Role[] = ['owner', 'member', 'host'];
const viewers: readonly Role[] = ['viewer', 'granted_viewer'];

/** Not a person: a recording, a stream, captions, an assistant. */
export const isMachine = (role: Role): boolean => machines.includes(role);

/** May lock, let in, remove, mute, record and end the meeting. */
export const isHost = (role: Role): boolean => hosts.includes(role);

/** Watches: no camera, microphone or screen. */
export const isViewer = (role: Role): boolean => viewers.includes(role);

/** What someone is who knocked and was let in. */
export const toGrantedRole = (role: Role): Role =>
  role === 'visitor' ? 'granted_visitor' : role === 'viewer' ? 'granted_viewer' : role;
