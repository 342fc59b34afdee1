import type { SelfState } from '../../src/sandbox/wire.js';

/** Someone as they come into a room: camera and microphone on. */
export const selfState = (displayName: string): SelfState => ({
  displayName,
  avatarUrl: null,
  camera: true,
  microphone: true,
  screenshare: false,
  cameraEffect: null,
  handRaised: false,
  group: null,
});
