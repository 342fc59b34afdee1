import { createWhereby } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPipelineAutomation } from '../../examples/pipeline-automation.js';
import type { Deal } from '../../examples/pipeline-automation.js';
import { bucketByAccessKey, bucketByRole, createRecordedMeeting } from '../../examples/recording-to-s3.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());
const client = () => createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });

describe('recording to S3', () => {
  const env = {
    RECORDINGS_BUCKET: 'my-bucket/recordings',
    RECORDINGS_REGION: 'eu-west-1',
    RECORDINGS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    RECORDINGS_ACCESS_KEY_SECRET: 'wJalrXUtnFEMIexample',
    RECORDINGS_ROLE_ARN: 'arn:aws:iam::123456789012:role/whereby-recordings',
  };

  test.each([
    ['an access key', bucketByAccessKey],
    ['a role', bucketByRole],
  ])('makes a meeting with %s, whose host link is told', async (_how, destination) => {
    const meeting = await createRecordedMeeting(client(), destination(env));
    expect(meeting.hostRoomUrl).toContain('roomKey=');
    expect(await client().meetings.get(meeting.meetingId)).toMatchObject({ roomUrl: meeting.roomUrl });
  });

  test('says which variable is missing, and no secret', () => {
    for (const [name, value] of Object.entries(env)) {
      const rest = { ...env, [name]: undefined };
      const make = name === 'RECORDINGS_ROLE_ARN' ? bucketByRole : bucketByAccessKey;
      expect(() => make(rest)).toThrow(`Set ${name} in the environment.`);
      expect(() => make(rest)).not.toThrow(value);
    }
  });
});

describe('a pipeline', () => {
  function office() {
    const notes = new Map<string, { meetingId: string; hostLink: string; guestLink: string }>();
    let broken = false;
    const automation = createPipelineAutomation(client(), {
      noteMeeting: async (id, links) => {
        if (broken) throw new Error('the CRM is down');
        notes.set(id, links);
      },
      forgetMeeting: async (id) => void notes.delete(id),
    });
    const change = (id: string, stage: Deal['stage']) =>
      automation.onDealChanged({ id, stage, meetingId: notes.get(id)?.meetingId });
    return { notes, change, automation, setBroken: (is: boolean) => (broken = is) };
  }
  const rooms = async () => (await client().meetings.list().toArray()).map(({ roomName }) => roomName);

  test('a deal that enters the stage gets one room, with a link for each side', async () => {
    const { notes, change } = office();
    await change('A 1', 'lead');
    expect(await rooms()).toEqual([]);
    // CRMs tell twice.
    await Promise.all([change('A 1', 'demo'), change('A 1', 'demo')]);
    await change('A 1', 'demo');
    expect(await rooms()).toEqual([expect.stringMatching(/^\/deal-a1-/)]);
    const { hostLink, guestLink } = notes.get('A 1')!;
    expect(new URL(hostLink).searchParams.get('roomKey')).toBeTruthy();
    expect(guestLink).not.toContain('roomKey');
  });

  test('a room that was made and not noted is found again', async () => {
    const { notes, change, setBroken } = office();
    setBroken(true);
    await expect(change('7', 'demo')).rejects.toThrow('the CRM is down');
    setBroken(false);
    await change('7', 'demo');
    expect(await rooms()).toHaveLength(1);
    expect(notes.get('7')?.hostLink).toContain('roomKey=');
  });

  test.each(['won', 'lost'] as const)('a deal that is %s gives its room back, told once or twice', async (stage) => {
    const { notes, change, automation } = office();
    await change('7', 'demo');
    const { meetingId } = notes.get('7')!;
    await change('7', stage);
    await automation.onDealChanged({ id: '7', stage, meetingId });
    expect(await rooms()).toEqual([]);
    expect(notes.size).toBe(0);
  });

  test('the sweep deletes what was left behind, and nothing else', async () => {
    const { automation } = office();
    const over = new Date(Date.now() - 2 * 86_400_000).toISOString();
    sandbox.clock.freeze(Date.now() - 3 * 86_400_000);
    for (const roomNamePrefix of ['deal-1-', 'other-'])
      await client().meetings.create({ endDate: over, roomNamePrefix });
    await client().meetings.create({ endDate: new Date(Date.now() + 86_400_000), roomNamePrefix: 'deal-2-' });
    expect((await automation.sweep(true)).found).toHaveLength(1);
    const { deleted } = await automation.sweep();
    expect(deleted.map(({ roomName }) => roomName)).toEqual([expect.stringMatching(/^\/deal-1-/)]);
    expect(await rooms()).toHaveLength(2);
  });
});
