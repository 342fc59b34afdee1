import { clsx } from 'clsx';
import type { Attendee, AttendanceStay, AttendanceSummary } from 'react-whereby-embed/server';
import { nameRole } from './nameRole.js';
import { useAnswer } from './useAnswer.js';

const clock = (time: string | number) => new Date(time).toLocaleTimeString();

const duration = (seconds: number) =>
  seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

/** The time that the timeline shows, in milliseconds. */
interface Period {
  readonly start: number;
  readonly end: number;
}

/** Where a part of the period lies on the timeline. */
function placeIn({ start, end }: Period, from: number, to: number) {
  const percent = (time: number) => (time / Math.max(end - start, 1)) * 100;
  return { insetInlineStart: `${percent(from - start)}%`, inlineSize: `${percent(to - from)}%` };
}

const fromOf = ({ from }: AttendanceStay, { start }: Period) => (from ? Date.parse(from) : start);
const toOf = ({ to }: AttendanceStay, { end }: Period) => (to ? Date.parse(to) : end);

/** How many were there at once, in the parts of the period in which that did not change. */
function countTogether(people: readonly Attendee[], period: Period) {
  const stays = people.flatMap((one) => one.stays);
  const times = [...new Set(stays.flatMap((stay) => [fromOf(stay, period), toOf(stay, period)]))].toSorted(
    (a, b) => a - b,
  );
  return times.slice(1).map((to, index) => {
    const from = times[index]!;
    const isThere = (stay: AttendanceStay) => fromOf(stay, period) <= from && toOf(stay, period) >= to;
    return { from, to, count: people.filter((one) => one.stays.some(isThere)).length };
  });
}

function Person({ person, period }: { person: Attendee; period: Period }) {
  const { displayName, roles, stays, seconds, firstIn, lastOut } = person;
  return (
    <li>
      <span className="who">
        <strong>{displayName || 'No name'}</strong> {roles.map(nameRole).join(', ')}
      </span>
      <span className="track" aria-hidden="true">
        {stays.map((stay) => (
          <span
            key={`${stay.participantId} ${stay.from}`}
            className={clsx('stay', !stay.to && 'open')}
            style={placeIn(period, fromOf(stay, period), toOf(stay, period))}
          />
        ))}
      </span>
      <span className="when">
        {firstIn ? clock(firstIn) : '?'} – {lastOut ? clock(lastOut) : 'still here'}
      </span>
      <span className="long">
        {duration(seconds)}
        {stays.length > 1 && ` in ${stays.length} parts`}
      </span>
    </li>
  );
}

/** Who was there, when, how long and with whom, drawn from the webhooks that the demo's server has received. */
export function Attendance({ meetingId }: { meetingId: string }) {
  const summary = useAnswer<AttendanceSummary & { now: string }>(`/api/meetings/${meetingId}/attendance`, 2000);
  if (!summary) return null;
  const { people, peak, togetherSeconds, firstIn, lastOut, now } = summary;
  const period = { start: Date.parse(firstIn ?? now), end: Date.parse(lastOut ?? now) };
  return (
    <section aria-labelledby="attendance" className="attendance">
      <h2 id="attendance">Who was there</h2>
      {people.length === 0 ? (
        <p>Nobody yet. The service reports by webhook who comes and goes.</p>
      ) : (
        <>
          <p>
            {people.length === 1 ? '1 person' : `${people.length} people`}
            {peak && peak.people > 1 && `, ${peak.people} at once from ${clock(peak.at)}`}
            {togetherSeconds > 0 && `, ${duration(togetherSeconds)} together`}
          </p>
          <ul className="timeline" tabIndex={0} aria-labelledby="attendance">
            {people.map((person) => (
              <Person key={person.id} person={person} period={period} />
            ))}
            <li aria-hidden="true">
              <span className="who">How many at once</span>
              <span className="track together">
                {countTogether(people, period).map(({ from, to, count }) => (
                  <span key={from} className={clsx(count > 1 && 'several')} style={placeIn(period, from, to)}>
                    {count === 1 ? '1 person' : `${count} people`}
                  </span>
                ))}
              </span>
              <span className="when">
                {clock(period.start)} – {clock(period.end)}
              </span>
            </li>
          </ul>
        </>
      )}
    </section>
  );
}
