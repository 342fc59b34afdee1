import type { Invitations } from '../demo-server/createDemoBackend.js';
import { linkFor } from './place.js';
import { useAnswer } from './useAnswer.js';

/** Links to the same meeting for other people, to open in other tabs or browsers. */
export function Invite({ meetingId }: { meetingId: string }) {
  const invitations = useAnswer<Invitations>(`/api/meetings/${meetingId}/invitations`);
  return (
    <nav aria-label="Other people">
      {invitations && (
        <>
          <a href={linkFor(meetingId, invitations.visitor)} target="_blank" rel="noreferrer">
            Open as a guest
          </a>
          <a href={linkFor(meetingId, invitations.viewer)} target="_blank" rel="noreferrer">
            Open as a viewer
          </a>
        </>
      )}
      <a href="?">New meeting</a>
    </nav>
  );
}
