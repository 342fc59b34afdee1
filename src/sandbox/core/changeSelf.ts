import type { Role, SelfState } from '../wire.js';
import { isViewer } from './roles.js';
import type { WorldContext } from './WorldContext.js';
import type { Stay } from './WorldState.js';

/** What a camera, a microphone and a screen send, in bits per second. The sandbox's own figures: the service names none. */
const CAMERA_BITRATE = 1_200_000;
const MICROPHONE_BITRATE = 40_000;
const SCREEN_BITRATE = 800_000;

/** What someone sends with what they have switched on. */
export const getBitrate = ({ camera, microphone, screenshare }: SelfState): number =>
  (camera ? CAMERA_BITRATE : 0) + (microphone ? MICROPHONE_BITRATE : 0) + (screenshare ? SCREEN_BITRATE : 0);

/** A viewer has nothing switched on, whatever their page sends. */
export const restrictSelf = (role: Role, self: SelfState): SelfState =>
  isViewer(role) ? { ...self, camera: false, microphone: false, screenshare: false } : self;

/** Changes something about a participant, and keeps what they send from then on for the insights. */
export function changeSelf(context: WorldContext, stay: Stay, changes: Partial<SelfState>): void {
  const before = stay.self;
  stay.self = restrictSelf(stay.role, { ...before, ...changes });
  const isSame =
    before.camera === stay.self.camera &&
    before.microphone === stay.self.microphone &&
    before.screenshare === stay.self.screenshare;
  if (!isSame) stay.sends.push({ at: context.clock.now(), bitrate: getBitrate(stay.self) });
}
