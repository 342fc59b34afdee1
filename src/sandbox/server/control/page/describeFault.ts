import type { Fault } from '../../Faults.js';
import { count } from './elements.js';

const drops = {
  before: 'drops the connection before anything is done',
  after: 'drops the connection after it was done',
};
const damages = {
  garbage: 'responds with a page instead of JSON',
  half: 'sends half of the response',
  silence: 'never responds',
};

function describeDeliveries({
  type = 'events',
  lose,
  duplicate,
  delayMs,
  shuffleMs,
}: NonNullable<Fault['deliveries']>) {
  const deeds = [
    lose && `loses ${type}`,
    duplicate && `sends ${type} with ${count(duplicate, 'extra copy', 'extra copies')}`,
    delayMs && `sends ${type} ${delayMs} ms later`,
    shuffleMs && `sends ${type} up to ${shuffleMs} ms later`,
  ];
  return deeds.filter(Boolean).join(', ');
}

/** What a fault does, as a sentence without a full stop. */
export function describeFault({ path, method, times, latencyMs, status, drop, damage, deliveries }: Fault): string {
  const deeds = [
    latencyMs && `waits ${latencyMs} ms`,
    drop && drops[drop],
    damage && damages[damage],
    status && !drop && !damage && `responds with ${status}`,
    deliveries && describeDeliveries(deliveries),
  ].filter(Boolean);
  const target = deliveries ? '' : ` for ${method?.toUpperCase() ?? 'every request'} to ${path ?? '/v1/'}…`;
  const duration = times === undefined ? 'until removed' : `${count(times, 'more time')}`;
  return `${deeds.join(', ') || 'does nothing'}${target}, ${duration}`;
}
