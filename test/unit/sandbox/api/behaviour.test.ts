import { describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../../../src/sandbox/index.js';
import { isoTime } from '../support/apiShapes.js';
import { MINUTE, START } from '../support/createTestSandbox.js';
import { createUsedRoom } from '../support/createUsedRoom.js';
import type { UsedRoom } from '../support/createUsedRoom.js';

/** Each option for something that the documents leave open, and what it changes. */
const options: readonly [string, SandboxOptions, (room: UsedRoom) => Promise<void>][] = [
  [
    'errorBodies: text',
    { api: { errorBodies: 'text' } },
    async ({ sandbox }) => {
      const answer = await fetch(`${sandbox.apiUrl}/meetings`);
      expect([answer.status, await answer.text()]).toEqual([401, 'Access token is missing or invalid']);
    },
  ],
  [
    'errorBodies: empty',
    { api: { errorBodies: 'empty' } },
    async ({ call }) => expect((await call('GET', '/meetings/x')).body).toBeUndefined(),
  ],
  [
    'milliseconds: false',
    { api: { milliseconds: false } },
    async ({ call, meetingId }) =>
      expect((await call('GET', `/meetings/${meetingId}`)).body).toMatchObject({ startDate: '2026-01-01T10:00:00Z' }),
  ],
  [
    'cursorEverywhere: false',
    { api: { cursorEverywhere: false } },
    async ({ call }) => {
      for (const list of ['/transcriptions', '/summaries'])
        expect((await call('GET', list)).body).not.toHaveProperty('cursor');
      expect((await call('GET', '/recordings')).body).toHaveProperty('cursor');
    },
  ],
  [
    'summaryDone: completed',
    { api: { summaryDone: 'completed' } },
    async ({ call, summaryId }) =>
      expect((await call('GET', `/summaries/${summaryId}`)).body).toMatchObject({ state: 'completed' }),
  ],
  [
    'summariesPerPage: 25',
    { api: { summariesPerPage: 25 } },
    async ({ call, sandbox, transcriptionId }) => {
      for (let count = 0; count < 30; count += 1) sandbox.world.summarize(transcriptionId, 'SOAP');
      expect(((await call('GET', '/summaries')).body as { results: [] }).results).toHaveLength(25);
    },
  ],
  [
    'sessionTimes: both',
    { api: { sessionTimes: 'both' } },
    async ({ call, roomName }) =>
      expect((await call('GET', `/insights/room-sessions?roomName=${roomName}`)).body).toMatchObject({
        results: [{ startedAt: isoTime, endedAt: isoTime, createdAt: isoTime, endAt: isoTime }],
      }),
  ],
  [
    'sessionTimes: required',
    { api: { sessionTimes: 'required' } },
    async ({ call, roomName }) => {
      const { results } = (await call('GET', `/insights/room-sessions?roomName=${roomName}`)).body as {
        results: unknown[];
      };
      expect(results[0]).toMatchObject({ createdAt: isoTime });
      expect(results[0]).not.toHaveProperty('startedAt');
    },
  ],
  [
    'grantedRole: granted_visited',
    { api: { grantedRole: 'granted_visited' } },
    async ({ call, roomSessionId }) => {
      const { body } = await call('GET', `/insights/participants?roomSessionId=${roomSessionId}&sortBy=joinedAt:desc`);
      expect(JSON.stringify(body)).toContain('"granted_visited"');
    },
  ],
  [
    'insightsRooms: visited',
    { api: { insightsRooms: 'visited' } },
    async ({ call, sandbox }) => {
      const { meetingId, roomName } = sandbox.world.createMeeting({ endDate: START + 60 * MINUTE });
      sandbox.world.join(meetingId);
      sandbox.clock.advance(MINUTE);
      expect((await call('GET', `/insights/rooms?roomName[exact]=${roomName}`)).body).toMatchObject({
        results: [{ totalParticipantMinutes: 1, totalSessions: 0, firstSessionStartedAt: null }],
      });
    },
  ],
  [
    'insightsLagMs',
    { api: { insightsLagMs: 10 * MINUTE } },
    async ({ call, sandbox, roomName }) => {
      const path = `/insights/rooms?roomName[exact]=${roomName}`;
      expect((await call('GET', path)).body).toMatchObject({ results: [] });
      sandbox.clock.advance(10 * MINUTE);
      expect((await call('GET', path)).body).toMatchObject({ results: [{ totalSessions: 1 }] });
    },
  ],
  [
    'rules.hideNames',
    { rules: { hideNames: true } },
    async ({ call, roomSessionId }) =>
      expect((await call('GET', `/insights/participants?roomSessionId=${roomSessionId}`)).body).toMatchObject({
        results: [{ displayName: '[[redacted]]' }, { displayName: '[[redacted]]' }],
      }),
  ],
  [
    'rules.meetingIds: uuid',
    { rules: { meetingIds: 'uuid' } },
    async ({ meetingId }) => expect(meetingId).toMatch(/^[0-9a-f-]{36}$/),
  ],
];

describe('where the documents are silent or disagree, there is an option', () => {
  test.each(options)('%s', async (_name, chosen, check) => check(await createUsedRoom(chosen)));
});
