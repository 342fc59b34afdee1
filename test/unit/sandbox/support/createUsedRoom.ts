import { lookUp } from '../../../../src/sandbox/core/index.js';
import { createApiCaller } from './createApiCaller.js';
import { createTestSandbox, MINUTE, START } from './createTestSandbox.js';

/** When meetings of these tests end. */
export const endDate = new Date(START + 60 * MINUTE).toISOString();

/** A room in which two people met for five minutes, one of them a host, recorded and transcribed. */
export async function createUsedRoom(options: Parameters<typeof createTestSandbox>[0] = {}) {
  const sandbox = await createTestSandbox(options);
  const call = createApiCaller(sandbox);
  const made = (await call('POST', '/meetings', { endDate, fields: ['hostRoomUrl'] })).body as {
    meetingId: string;
    roomName: string;
  };
  const { world, clock } = sandbox;
  const ada = world.join(made.meetingId, { displayName: 'Ada', role: 'host', externalId: 'ada', deviceId: 'ada-1' });
  world.join(made.meetingId, { displayName: 'Bob', role: 'granted_visitor' });
  world.setRecording(made.meetingId, true);
  world.setTranscription(made.meetingId, true);
  clock.advance(5 * MINUTE);
  world.setRecording(made.meetingId, false);
  world.setTranscription(made.meetingId, false);
  world.leave(ada?.participantId ?? '');
  clock.advance(2 * MINUTE);
  const [roomSessionId = ''] = lookUp(world.state.meetings, made.meetingId)?.sessionIds ?? [];
  const [recordingId = ''] = Object.keys(world.state.recordings);
  const [transcriptionId = ''] = Object.keys(world.state.transcriptions);
  const summary = world.summarize(transcriptionId, 'SOAP');
  clock.advance(MINUTE);
  return {
    ...made,
    sandbox,
    call,
    roomSessionId,
    recordingId,
    transcriptionId,
    summaryId: summary?.summaryId ?? '',
    participantId: ada?.participantId ?? '',
  };
}

export type UsedRoom = Awaited<ReturnType<typeof createUsedRoom>>;
