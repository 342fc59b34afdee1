import type { PageStaging } from '../connection/staging.js';
import type { Session } from './createSession.js';

/** The language that the hash of the page names; once inside, what it says happens to the participant: muted or removed by a host, a bad connection, the end of the meeting. */
export function stageSession({ getState, subscribe, simulate, actions }: Session, staging: PageStaging): void {
  const { isMuted, connection, outcome, language } = staging;
  if (language) actions.setLanguage(language);
  if (!isMuted && connection === 'stable' && !outcome) return;
  const stop = subscribe(() => {
    const { phase, selfId } = getState();
    if (phase !== 'joined' || !selfId) return;
    stop();
    if (isMuted) simulate?.({ type: 'muteSelf', participantId: selfId });
    if (connection !== 'stable') actions.setConnection(connection);
    if (outcome === 'removed') simulate?.({ type: 'removeSelf', participantId: selfId });
    if (outcome === 'ended') simulate?.({ type: 'endMeeting' });
  });
}
