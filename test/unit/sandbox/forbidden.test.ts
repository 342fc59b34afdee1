import { describe, expect, test } from 'vitest';
import type { PlanFeature } from '../../../src/sandbox/server/ApiBehaviour.js';
import { createApiCaller } from './support/createApiCaller.js';
import { MINUTE, START, createTestSandbox } from './support/createTestSandbox.js';

const endDate = new Date(START + 60 * MINUTE).toISOString();
const notAllowed = { error: 'Not allowed to perform action' };

/** A recording and its transcription, stored by the service. */
async function createRecording() {
  const sandbox = await createTestSandbox();
  const { world, clock } = sandbox;
  const { meetingId } = world.createMeeting({ endDate: START + 60 * MINUTE });
  world.join(meetingId);
  world.setRecording(meetingId, true);
  clock.advance(MINUTE);
  world.setRecording(meetingId, false);
  clock.advance(MINUTE);
  const [recordingId = ''] = Object.keys(world.state.recordings);
  const transcriptionId = world.transcribe(recordingId)?.transcriptionId ?? '';
  clock.advance(MINUTE);
  return { sandbox, meetingId, recordingId, transcriptionId };
}

describe('the restricted key', () => {
  test('gets a 403 where the documents name one, and only there', async () => {
    const { sandbox, meetingId, recordingId, transcriptionId } = await createRecording();
    const restricted = createApiCaller(sandbox, sandbox.restrictedApiKey);
    for (const [method, path, body] of [
      ['POST', '/meetings', { endDate }],
      ['POST', '/meetings', '{ not json'],
      ['GET', `/recordings/${recordingId}/access-link`, undefined],
      ['GET', '/recordings/unknown/access-link', undefined],
      ['GET', `/transcriptions/${transcriptionId}/access-link`, undefined],
    ] as const) {
      const { status, body: answer } = await restricted(method, path, body);
      expect([path, status, answer]).toEqual([path, 403, notAllowed]);
    }
    for (const path of ['/meetings', `/meetings/${meetingId}`, `/recordings/${recordingId}`, '/insights/rooms'])
      expect((await restricted('GET', path)).status).toBe(200);
    expect((await restricted('DELETE', `/meetings/${meetingId}`)).status).toBe(204);
    expect((await createApiCaller(sandbox)('POST', '/meetings', { endDate })).status).toBe(201);
  });

  test('shares the budget of points: 429 takes precedence over 403', async () => {
    const sandbox = await createTestSandbox({ api: { pointsPerMinute: 3 } });
    const restricted = createApiCaller(sandbox, sandbox.restrictedApiKey);
    expect((await restricted('POST', '/meetings', { endDate })).status).toBe(403);
    expect((await createApiCaller(sandbox)('GET', '/meetings')).status).toBe(429);
  });

  test('can be set by an option, and is random if other machines reach the sandbox', async () => {
    const own = await createTestSandbox({ restrictedApiKey: 'mine' });
    expect((await createApiCaller(own, 'mine')('POST', '/meetings', { endDate })).status).toBe(403);
    const open = await createTestSandbox({ host: '0.0.0.0' });
    expect(open.restrictedApiKey).toMatch(/^sandbox_restricted_api_key_[0-9a-f]{32}$/);
  });
});

describe('a plan', () => {
  const cases: readonly [PlanFeature, object, object][] = [
    ['groupRooms', { roomMode: 'group' }, { roomMode: 'normal' }],
    ['groupRooms', { templateType: 'viewerMode' }, {}],
    ['cloudRecording', { recording: { type: 'cloud' } }, { recording: { type: 'local' } }],
    ['liveTranscription', { liveTranscription: { startTrigger: 'manual' } }, { liveTranscription: null }],
    ['streaming', { streaming: { startTrigger: 'prompt' } }, { streaming: { startTrigger: 'none' } }],
    ['dialIn', { isDialInEnabled: true }, { isDialInEnabled: false }],
  ];

  test.each(cases)('without %s refuses meetings that need it', async (feature, demanding, modest) => {
    const lacking = createApiCaller(await createTestSandbox({ api: { planLacks: [feature] } }));
    const { status, body } = await lacking('POST', '/meetings', { endDate, ...demanding });
    expect([status, body]).toEqual([403, notAllowed]);
    expect((await lacking('POST', '/meetings', { endDate, ...modest })).status).toBe(201);
    const full = createApiCaller(await createTestSandbox());
    expect((await full('POST', '/meetings', { endDate, ...demanding })).status).toBe(201);
  });
});
