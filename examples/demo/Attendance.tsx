import type { AttendanceSummary, AttendanceStay } from 'react-whereby-embed/server';
import { useAnswer } from './useAnswer.js';

const clock = (iso: string | null) => (iso ? new Date(iso).toLocaleTimeString() : 'still here');

const minutes = (seconds: number) => (seconds < 60 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`);

/** Where a stay lies between the first arrival and now, in percent. */
function place({ from, to }: AttendanceStay, start: number, end: number) {
  const at = (time: number) => ((time - start) / Math.max(end - start, 1)) * 100;
  const left = at(from ? Date.parse(from) : start);
  return { insetInlineStart: `${left}%`, inlineSize: `${at(to ? Date.parse(to) : end) - left}%` };
}

/** Who was there and when, drawn from the webhooks that the demo's server has heard. */
export function Attendance({ meetingId }: { meetingId: string }) {
  const summary = useAnswer<AttendanceSummary>(`/api/meetings/${meetingId}/attendance`, 2000);
  if (!summary?.people.length) return null;
  const start = Date.parse(summary.firstIn ?? '');
  const end = Math.max(
    ...summary.people.map(
      ({ lastOut, firstIn, seconds }) => Date.parse(lastOut ?? firstIn ?? '') + (lastOut ? 0 : seconds * 1000),
    ),
  );
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">Attendance, from webhooks</h2>
      <ul className="timeline">
        {summary.people.map(({ id, displayName, roles, stays, seconds, firstIn, lastOut }) => (
          <li key={id}>
            <div>
              {displayName} <span className="exit">({roles.join(', ')})</span>, {minutes(seconds)}
            </div>
            <div className="exit">
              {clock(firstIn)} to {clock(lastOut)}
            </div>
            <div className="track" aria-hidden="true">
              {stays.map((stay) => (
                <span key={`${stay.participantId} ${stay.from}`} className="stay" style={place(stay, start, end)} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <p>
        {summary.togetherSeconds ? `${minutes(summary.togetherSeconds)} together, ` : ''}
        {summary.participantMinutes} participant minutes
      </p>
    </section>
  );
}
