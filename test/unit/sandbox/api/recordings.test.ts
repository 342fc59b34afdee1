import { describe, expect, test } from 'vitest';
import { MINUTE, START } from '../support/createTestSandbox.js';
import { createUsedRoom } from '../support/createUsedRoom.js';

describe('recordings, transcriptions and summaries', () => {
  test('a recording appears once it is uploaded, and can then be transcribed and summarised', async () => {
    const { sandbox, call, meetingId } = await createUsedRoom();
    const before = ((await call('GET', '/recordings')).body as { results: [] }).results.length;
    sandbox.world.join(meetingId, {});
    sandbox.world.setRecording(meetingId, true);
    sandbox.clock.advance(90_000);
    sandbox.world.setRecording(meetingId, false);
    expect(((await call('GET', '/recordings')).body as { results: [] }).results).toHaveLength(before);
    sandbox.clock.advance(2_000);
    const { results } = (await call('GET', '/recordings?sortBy=startDate:desc')).body as {
      results: { recordingId: string }[];
    };
    expect(results).toHaveLength(before + 1);
    const { transcriptionId } = (await call('POST', '/transcriptions', { recordingId: results[0]?.recordingId }))
      .body as { transcriptionId: string };
    const get = async () => (await call('GET', `/transcriptions/${transcriptionId}`)).body as Record<string, unknown>;
    expect(await get()).toMatchObject({ state: 'in_progress', type: 'RECORDING_TRANSCRIPTION' });
    expect((await call('GET', `/transcriptions/${transcriptionId}/access-link`)).status).toBe(404);
    expect((await call('POST', '/summaries', { transcriptionId })).status).toBe(404);
    sandbox.clock.advance(3_000);
    expect(await get()).toMatchObject({ state: 'ready', durationInSeconds: 90 });
    const { summaryId } = (await call('POST', '/summaries', { transcriptionId, template: 'SOAP' })).body as {
      summaryId: string;
    };
    expect((await call('GET', `/summaries/${summaryId}`)).body).toMatchObject({ state: 'in_progress', summary: {} });
    sandbox.clock.advance(3_000);
    expect((await call('GET', `/summaries/${summaryId}`)).body).toMatchObject({ state: 'ready', template: 'SOAP' });
  });

  test('access links last as long as asked for, and are refused for files that are stored elsewhere', async () => {
    const { call, recordingId, sandbox } = await createUsedRoom();
    const now = sandbox.clock.now();
    const link = async (query = '') => call('GET', `/recordings/${recordingId}/access-link${query}`);
    expect((await link()).body).toMatchObject({ expires: now + 3_600_000 });
    expect((await link('?validForSeconds=10')).body).toMatchObject({ expires: now + 10_000 });
    for (const seconds of [0, 43_201]) expect((await link(`?validForSeconds=${seconds}`)).status).toBe(400);
    const { accessLink } = (await link()).body as { accessLink: string };
    expect((await fetch(accessLink)).status).toBe(200);

    const meeting = sandbox.world.createMeeting({
      endDate: START + 60 * MINUTE,
      recording: { type: 'cloud', destination: { provider: 's3' }, startTrigger: 'automatic' },
    });
    const person = sandbox.world.join(meeting.meetingId);
    sandbox.clock.advance(MINUTE);
    sandbox.world.leave(person?.participantId ?? '');
    sandbox.clock.advance(MINUTE);
    const elsewhere = Object.values(sandbox.world.state.recordings).find(({ provider }) => provider === 's3');
    expect((await call('GET', `/recordings/${elsewhere?.recordingId}/access-link`)).status).toBe(403);
  });
});
