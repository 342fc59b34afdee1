import type { Sandbox } from '../Sandbox.js';

export type Overview = ReturnType<typeof buildOverview>;

/** The sandbox at a glance. */
export function buildOverview(sandbox: Sandbox) {
  const { world, clock, webhooks } = sandbox;
  const { state } = world;
  return {
    url: sandbox.url,
    apiUrl: sandbox.apiUrl,
    roomOrigin: sandbox.roomOrigin,
    // Anyone on the network can ask: there the terminal alone shows the keys.
    apiKey: sandbox.isOpen ? null : sandbox.apiKey,
    restrictedApiKey: sandbox.isOpen ? null : sandbox.restrictedApiKey,
    webhookSecret: sandbox.isOpen ? null : sandbox.webhookSecret,
    now: new Date(clock.now()).toISOString(),
    frozen: clock.frozen,
    meetings: Object.values(state.meetings)
      .filter((meeting) => meeting.deletedAt === null)
      .sort((a, b) => a.order - b.order)
      .map((meeting) => ({
        meetingId: meeting.meetingId,
        roomName: meeting.roomName,
        roomUrl: sandbox.roomUrl(meeting.roomName),
        endDate: new Date(meeting.endDate).toISOString(),
        roomMode: meeting.roomMode,
        locked: meeting.locked,
        roomSessionId: meeting.sessionId,
        recording: meeting.recordingState,
        streaming: meeting.streamingState,
        transcription: meeting.transcriptionState,
        people: meeting.present.flatMap((id) => {
          const stay = state.stays[id];
          return stay
            ? [
                {
                  participantId: id,
                  displayName: stay.self.displayName,
                  role: stay.role,
                  simulated: stay.simulated,
                  camera: stay.self.camera,
                  microphone: stay.self.microphone,
                  screenshare: stay.self.screenshare,
                  handRaised: stay.self.handRaised,
                  joinedAt: new Date(stay.joinedAt).toISOString(),
                },
              ]
            : [];
        }),
        knocking: meeting.knocks.map(({ knockId, person }) => ({ knockId, displayName: person.self.displayName })),
      })),
    endpoints: webhooks.endpoints.map(({ id, url, types }) => ({ id, url, types: types ?? null })),
    faults: sandbox.faults.list(),
    allowedDomains: sandbox.allowedDomains,
  };
}
