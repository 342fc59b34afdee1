import fc from 'fast-check';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { createWhereby } from 'react-whereby-embed/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

const START = Date.parse('2026-01-01T10:00:00.000Z');
const MINUTE = 60_000;
const names = ['ada', 'bob', 'eve'];

interface ModelSession {
  endedAt: number | null;
  /** Who has been in it, by external ID. */
  readonly people: Set<string>;
}

/** What the service's documents say of a room, its sessions and its recordings. */
interface Model {
  now: number;
  isDeleted: boolean;
  readonly inside: Set<string>;
  readonly sessions: ModelSession[];
  /** Since when there have been fewer than two people in the running session. */
  aloneSince: number | null;
  isRecording: boolean;
  recordings: number;
}

const findRunning = ({ sessions }: Model) => sessions.find(({ endedAt }) => endedAt === null);

/** Time passes; a session that lacks people ends a minute after it began to. */
function pass(model: Model, ms: number): void {
  model.now += ms;
  const running = findRunning(model);
  if (!running || model.aloneSince === null || model.aloneSince + MINUTE > model.now) return;
  running.endedAt = model.aloneSince + MINUTE;
  model.aloneSince = null;
}

function stopRecording(model: Model): void {
  if (model.isRecording) model.recordings++;
  model.isRecording = false;
}

function enter(model: Model, name: string): void {
  model.inside.add(name);
  if (model.inside.size < 2) return void findRunning(model)?.people.add(name);
  if (!findRunning(model)) model.sessions.push({ endedAt: null, people: new Set(model.inside) });
  findRunning(model)!.people.add(name);
  model.aloneSince = null;
}

function goOut(model: Model, name: string): void {
  model.inside.delete(name);
  if (model.inside.size === 0) stopRecording(model);
  if (findRunning(model) && model.inside.size < 2) model.aloneSince ??= model.now;
}

class Real {
  readonly whereby;
  readonly roomName: string;
  readonly meetingId: string;
  readonly participantIds = new Map<string, string>();

  constructor(readonly sandbox: Sandbox) {
    sandbox.reset();
    sandbox.clock.freeze(START);
    const { roomName, meetingId } = sandbox.world.createMeeting({ endDate: START + 24 * 60 * MINUTE });
    this.roomName = roomName;
    this.meetingId = meetingId;
    this.whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
  }
}

const collect = async <Row>(rows: AsyncIterable<Row>): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

/** Everything that the API answers about the room is what the model says. */
async function check(model: Model, { whereby, sandbox, roomName, meetingId }: Real): Promise<void> {
  const meetings = await collect(whereby.meetings.list());
  expect(meetings.map((one) => one.meetingId)).toEqual(model.isDeleted ? [] : [meetingId]);
  const sessions = await collect(whereby.insights.roomSessions({ roomName }));
  expect(sessions.map(({ endedAt }) => endedAt && Date.parse(endedAt))).toEqual(
    model.sessions.map(({ endedAt }) => endedAt),
  );
  for (const [at, { roomSessionId }] of sessions.entries()) {
    const people = await collect(whereby.insights.participants({ roomSessionId }));
    expect(new Set(people.map(({ externalId }) => externalId))).toEqual(model.sessions[at]!.people);
  }
  expect(await collect(whereby.recordings.list({ roomName }))).toHaveLength(model.recordings);
  expect(sandbox.world.state.meetings[meetingId]?.recordingState).toBe(model.isRecording ? 'started' : 'stopped');
}

type Command = fc.AsyncCommand<Model, Real>;

const createCommand = (
  name: string,
  run: (model: Model, real: Real) => unknown,
  isPossible: (model: Model) => boolean = () => true,
): Command => ({
  check: isPossible,
  async run(model, real) {
    await run(model, real);
    // What is due at once happens with the next step of the clock.
    real.sandbox.clock.advance(1);
    pass(model, 1);
    await check(model, real);
  },
  toString: () => name,
});

const people = fc.constantFrom(...names);

const commandArbitraries = [
  people.map((name) =>
    createCommand(
      `${name} joins`,
      (model, { sandbox, meetingId, participantIds }) => {
        participantIds.set(name, sandbox.world.join(meetingId, { displayName: name, externalId: name })!.participantId);
        enter(model, name);
      },
      ({ isDeleted, inside }) => !isDeleted && !inside.has(name),
    ),
  ),
  people.map((name) =>
    createCommand(
      `${name} leaves`,
      (model, { sandbox, participantIds }) => {
        sandbox.world.leave(participantIds.get(name)!);
        goOut(model, name);
      },
      ({ inside }) => inside.has(name),
    ),
  ),
  fc.constantFrom(1_000, MINUTE - 5, MINUTE, 5 * MINUTE).map((ms) =>
    createCommand(`${ms} ms pass`, (model, { sandbox }) => {
      sandbox.clock.advance(ms);
      pass(model, ms);
    }),
  ),
  fc.constant(
    createCommand(
      'recording starts',
      (model, { sandbox, meetingId }) => {
        sandbox.world.setRecording(meetingId, true);
        model.isRecording = true;
      },
      ({ inside, isRecording }) => inside.size > 0 && !isRecording,
    ),
  ),
  fc.constant(
    createCommand('recording stops', (model, { sandbox, meetingId }) => {
      sandbox.world.setRecording(meetingId, false);
      stopRecording(model);
    }),
  ),
  fc.constant(
    createCommand(
      'the API deletes the meeting',
      async (model, { whereby, meetingId }) => {
        await whereby.meetings.delete(meetingId);
        model.isDeleted = true;
        for (const name of [...model.inside]) goOut(model, name);
      },
      ({ isDeleted }) => !isDeleted,
    ),
  ),
];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rules: { startMs: 0, uploadMs: 0 } });
});
afterAll(() => sandbox?.close());

test('whatever happens in a room, the API answers what the documents say of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commandArbitraries, { maxCommands: 20, size: 'max' }), async (commands) => {
      const real = new Real(sandbox);
      const model: Model = {
        now: START,
        isDeleted: false,
        inside: new Set(),
        sessions: [],
        aloneSince: null,
        isRecording: false,
        recordings: 0,
      };
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }),
    { numRuns: 12 },
  );
});
