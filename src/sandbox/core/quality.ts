import type { WorldContext } from './WorldContext.js';
import { lookUp } from './WorldState.js';
import type { Meeting, Network, Stay } from './WorldState.js';

/** What one's own camera, microphone and screen send, in bits per second: figures of the sandbox, not the service's. */
const BITRATES = { camera: 1_200_000, microphone: 40_000, screenshare: 800_000 } as const;

export const goodNetwork: Network = { packetLossSend: 0, packetLossRecv: 0, maxBitrate: null };

/** Changes something about a participant; what they send from then on is kept for the insights. */
export function changeSelf(context: WorldContext, stay: Stay, changes: Partial<Stay['self']>): void {
  const { camera, microphone, screenshare } = stay.self;
  stay.self = { ...stay.self, ...changes };
  const isSame =
    camera === stay.self.camera && microphone === stay.self.microphone && screenshare === stay.self.screenshare;
  if (!isSame) stay.sends.push({ at: context.clock.now(), bitrate: getBitrate(stay.self) });
}

/** What someone sends with what they have switched on. */
export const getBitrate = (self: Stay['self']): number =>
  (Object.keys(BITRATES) as (keyof typeof BITRATES)[]).reduce((sum, key) => sum + (self[key] ? BITRATES[key] : 0), 0);

/** From now on the participant's network is like this; what is left out stays as it is. */
export function setNetwork(context: WorldContext, stay: Stay, changes: Partial<Network>): void {
  const before = stay.networks.at(-1)?.network ?? goodNetwork;
  stay.networks.push({ at: context.clock.now(), network: { ...before, ...changes } });
}

/** The session a rating given now is about: the running one, or the last that the participant was in. */
export function findSessionToRate(context: WorldContext, meeting: Meeting, stay: Stay): string | undefined {
  return meeting.sessionIds.findLast((id) => {
    const session = lookUp(context.state.sessions, id);
    return (
      session !== undefined &&
      session.startedAt <= (stay.leftAt ?? Infinity) &&
      (session.endedAt ?? Infinity) >= stay.joinedAt
    );
  });
}

const lastBefore = <Entry extends { readonly at: number }>(entries: readonly Entry[], time: number) =>
  entries.findLast(({ at }) => at <= time);

const networkAt = (stay: Stay, time: number): Network => lastBefore(stay.networks, time)?.network ?? goodNetwork;

/** What leaves a participant at a time; nothing while they are not there. */
const sentAt = (stay: Stay, time: number): number =>
  stay.joinedAt <= time && (stay.leftAt ?? Infinity) > time
    ? Math.min(lastBefore(stay.sends, time)?.bitrate ?? 0, networkAt(stay, time).maxBitrate ?? Infinity)
    : 0;

/** A network as a sample of it would show it: what is lost, in per cent, and what comes through, in bits per second. */
export function sampleAt(stay: Stay, others: readonly Stay[], time: number) {
  const { packetLossSend, packetLossRecv, maxBitrate } = networkAt(stay, time);
  const offered = others.reduce((sum, other) => sum + sentAt(other, time), 0);
  const through = (bitrate: number, loss: number) => Math.round(bitrate * (1 - loss / 100));
  return {
    packetLossSend,
    packetLossRecv,
    bitrateSend: through(sentAt(stay, time), packetLossSend),
    bitrateRecv: through(Math.min(offered, maxBitrate ?? Infinity), packetLossRecv),
  };
}
