/** `2026-11-28T16:30`, as `<input type="datetime-local">` has it, of a moment in a time zone. */
export function toZonedTime(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(iso));
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The moment at which clocks in a time zone show this time, as ISO 8601 in UTC. In the hour that comes twice, when summer
 * time ends, it is the first; in the hour that is skipped, when it begins, the same time after the change.
 */
export function fromZonedTime(local: string, timeZone: string): string {
  const wanted = Date.parse(`${local}Z`);
  const offsetAt = (time: number) =>
    Date.parse(`${toZonedTime(new Date(time).toISOString(), timeZone)}Z`) - Math.floor(time / 60_000) * 60_000;
  const day = 24 * 60 * 60_000;
  // The offsets before and after a change of the clocks: the earlier one comes first.
  const moments = [offsetAt(wanted - day), offsetAt(wanted + day)].map((offset) => wanted - offset);
  const found = moments.find((time) => toZonedTime(new Date(time).toISOString(), timeZone) === local);
  return new Date(found ?? moments[0]!).toISOString();
}
