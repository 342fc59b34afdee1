import type { EventProp } from 'react-whereby-embed';

/** A payload of each event's contract. */
export const samples: Record<EventProp, unknown> = {
  onReady: null,
  onGrantDevicePermission: { granted: true },
  onDenyDevicePermission: { denied: true },
  onPrecallCheckCompleted: {
    status: 'failed',
    steps: {
      camera: { status: 'passed' },
      speaker: { status: 'passed' },
      microphone: { status: 'passed' },
      bandwidth: { status: 'failed' },
    },
  },
  onPrecallCheckSkipped: null,
  onKnock: null,
  onCancelKnock: null,
  onJoin: null,
  onLeave: { removed: true },
  onMeetingEnd: null,
  onParticipantUpdate: { count: 2 },
  onParticipantJoin: { participant: { metadata: 'm', externalId: 'x' } },
  onParticipantLeave: { participant: { metadata: null, externalId: null } },
  onMicrophoneToggle: { enabled: false },
  onCameraToggle: { enabled: true },
  onScreenshareToggle: { enabled: true },
  onChatToggle: { open: true },
  onPeopleToggle: { open: false },
  onPipToggle: { open: true },
  onStreamingStatusChange: { status: 'streaming' },
  onRecordingStatusChange: { status: 'started' },
  onTranscriptionStatusChange: { status: 'stopped' },
  onConnectionStatusChange: { status: 'unstable' },
};
