import { hostRoles, isMachineRole, viewerRoles } from '../../server/roles.js';
import type { Role } from '../wire.js';

/** Not a person: a recording, a stream, captions, an assistant. */
export const isMachine = (role: Role): boolean => isMachineRole(role);

/** May lock the room, admit, remove and mute people, record, and end the meeting. */
export const isHost = (role: Role): boolean => hostRoles.includes(role);

/** Only watches: no camera, microphone or screen. */
export const isViewer = (role: Role): boolean => viewerRoles.includes(role);

/** The role of someone who knocked and was admitted. */
export const toGrantedRole = (role: Role): Role =>
  role === 'visitor' ? 'granted_visitor' : role === 'viewer' ? 'granted_viewer' : role;
