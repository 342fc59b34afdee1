import { useMeeting } from 'react-whereby-embed';
import type { MeetingPhase, MeetingRole } from 'react-whereby-embed';
import { nameRole } from './nameRole.js';

const phases: Record<MeetingPhase, string> = {
  idle: 'Getting the room',
  loading: 'The room is loading',
  precall: 'Not in yet',
  knocking: 'Waiting to be let in',
  joined: 'In the meeting',
  left: 'You left',
  ended: 'The meeting is over',
  failed: 'No meeting',
};

/** How far the meeting is, as whom you are in it, and what its room reports. */
export function Status({ role }: { role: MeetingRole | undefined }) {
  const { phase, reason, participantCount, recording, connection } = useMeeting();
  return (
    <p role="status" className="status">
      {role && <strong>{nameRole(role)}</strong>}
      <span>{reason === 'removed' ? 'You were removed' : phases[phase]}</span>
      {phase === 'joined' && participantCount !== undefined && <span>{participantCount} here</span>}
      {recording === 'started' && <span className="bad">being recorded</span>}
      {phase === 'joined' && connection && connection !== 'stable' && <span className="bad">{connection}</span>}
    </p>
  );
}
