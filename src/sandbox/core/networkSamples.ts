import type { WorldContext } from './WorldContext.js';
import type { Network, Stay } from './WorldState.js';

const goodNetwork: Network = { packetLossSend: 0, packetLossRecv: 0, maxBitrate: null };

/** Changes a participant's network from now on; omitted values stay as they are. */
export function setNetwork(context: WorldContext, stay: Stay, changes: Partial<Network>): void {
  const before = stay.networks.at(-1)?.network ?? goodNetwork;
  stay.networks.push({ at: context.clock.now(), network: { ...before, ...changes } });
}

const findLastBefore = <Entry extends { readonly at: number }>(entries: readonly Entry[], time: number) =>
  entries.findLast(({ at }) => at <= time);

const findNetwork = (stay: Stay, time: number): Network => findLastBefore(stay.networks, time)?.network ?? goodNetwork;

/** What a participant sends at a time; nothing before they join and after they leave. */
const computeSentBitrate = (stay: Stay, time: number): number =>
  stay.joinedAt <= time && (stay.leftAt ?? Infinity) > time
    ? Math.min(findLastBefore(stay.sends, time)?.bitrate ?? 0, findNetwork(stay, time).maxBitrate ?? Infinity)
    : 0;

/** One sample of a participant's connection: the loss in per cent, and the bits per second that arrive. */
export function sampleNetwork(stay: Stay, others: readonly Stay[], time: number) {
  const { packetLossSend, packetLossRecv, maxBitrate } = findNetwork(stay, time);
  const offered = others.reduce((sum, other) => sum + computeSentBitrate(other, time), 0);
  const subtractLoss = (bitrate: number, loss: number) => Math.round(bitrate * (1 - loss / 100));
  return {
    packetLossSend,
    packetLossRecv,
    bitrateSend: subtractLoss(computeSentBitrate(stay, time), packetLossSend),
    bitrateRecv: subtractLoss(Math.min(offered, maxBitrate ?? Infinity), packetLossRecv),
  };
}
