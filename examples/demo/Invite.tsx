import { useState } from 'react';
import type { AttendanceSummary } from 'react-whereby-embed/server';
import type { Invitations } from '../demo-server/createDemoBackend.js';
import { linkFor } from './place.js';
import { nameRole } from './nameRole.js';
import { useAnswer } from './useAnswer.js';

const invited = ['visitor', 'viewer'] as const;

function CopyButton({ link, label }: { link: string; label: string }) {
  const [state, setState] = useState('Copy link');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setState('Copied');
    } catch {
      setState('Not copied');
    }
  };
  return (
    <>
      <button
        aria-label={`${state} for a ${label.toLowerCase()}`}
        onClick={() => void copy()}
        onBlur={() => setState('Copy link')}
      >
        {state}
      </button>
      <span role="status" className="visually-hidden">
        {state !== 'Copy link' && state}
      </span>
    </>
  );
}

/** Links to the same meeting for other people, and who has come by each. */
export function Invite({ meetingId }: { meetingId: string }) {
  const invitations = useAnswer<Invitations>(`/api/meetings/${meetingId}/invitations`);
  const attendance = useAnswer<AttendanceSummary>(`/api/meetings/${meetingId}/attendance`, 2000);
  if (!invitations) return null;
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite</h2>
      <ul className="invitations">
        {invited.map((role) => {
          const label = nameRole(role);
          const link = new URL(linkFor(meetingId, invitations[role]), location.href).href;
          const came = attendance?.people.filter(({ roles }) => roles.includes(role)) ?? [];
          return (
            <li key={role}>
              <strong>{label}</strong>
              <CopyButton link={link} label={label} />
              <a
                className="button"
                href={link}
                target="_blank"
                rel="noreferrer"
                aria-label={`Open as a ${label.toLowerCase()}`}
              >
                Open
              </a>
              {attendance && (
                <p>
                  {came.length
                    ? came
                        .map(({ displayName, lastOut }) => `${displayName || 'No name'}${lastOut ? ' (left)' : ''}`)
                        .join(', ')
                    : 'Nobody has come yet.'}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
