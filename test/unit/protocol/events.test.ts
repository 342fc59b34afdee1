import { describe, expect, test } from 'vitest';
import type { EventProp } from '../../../src/protocol/types.js';

// Loaded inside the tests: of a registry that cannot be loaded, its tests say so.
const load = async () => (await import('../../../src/protocol/events.js')).events;

type Readings = readonly (readonly [payload: unknown, read: unknown])[];

/** Of a payload with one field: each value that fits is passed on, others are refused. */
const field = (key: string, fits: readonly unknown[], others: readonly unknown[]): Readings => [
  ...fits.map(
    (value) =>
      [
        { [key]: value, more: 1 },
        { [key]: value, more: 1 },
      ] as const,
  ),
  ...[undefined, null, ...others].map((value) => [{ [key]: value }, undefined] as const),
  [null, undefined],
  [undefined, undefined],
];
const boolean = (key: string) => field(key, [true, false], ['true', 1, {}]);
const status = (...statuses: readonly string[]) => field('status', statuses, ['', 'banana', true, statuses]);
const nothing: Readings = [
  [undefined, null],
  [{ more: 1 }, null],
];

const nobody = { participant: { metadata: null, externalId: null } };
const ada = { participant: { metadata: 'class-3', externalId: 'ada' } };
const people: Readings = [
  [ada, ada],
  [ada.participant, ada],
  [{ participant: { metadata: 3, externalId: {} } }, nobody],
  [{}, nobody],
  [null, undefined],
  [undefined, undefined],
];

const steps = ['camera', 'speaker', 'microphone', 'bandwidth'] as const;
const allSteps = (value: unknown) => Object.fromEntries(steps.map((step) => [step, value]));
const check = (whole: string, found: object) => ({ status: whole, steps: found });
const precall: Readings = [
  [{ status: 'perhaps' }, undefined],
  [null, undefined],
  // A step that is not reported stands as the whole does.
  ...['passed', 'failed'].map((whole) => [{ status: whole }, check(whole, allSteps({ status: whole }))] as const),
  ...steps.map((step) => {
    const found = { ...allSteps({ status: 'passed' }), [step]: { status: 'failed' } };
    return [check('failed', found), check('failed', found)] as const;
  }),
  [check('failed', allSteps('passed')), check('failed', allSteps({ status: 'passed' }))],
];

const table: Readonly<Record<EventProp, Readings>> = {
  onReady: nothing,
  onGrantDevicePermission: boolean('granted'),
  onDenyDevicePermission: boolean('denied'),
  onPrecallCheckCompleted: precall,
  onPrecallCheckSkipped: nothing,
  onKnock: nothing,
  onCancelKnock: nothing,
  onJoin: nothing,
  onLeave: [
    [{ removed: true }, { removed: true }],
    [{ removed: false }, { removed: false }],
    [{ removed: 'true' }, { removed: false }],
    [undefined, { removed: false }],
  ],
  onMeetingEnd: nothing,
  onParticipantUpdate: field('count', [0, 1, 200], [-1, 1.5, '1', NaN, Infinity, 2 ** 53]),
  onParticipantJoin: people,
  onParticipantLeave: people,
  onMicrophoneToggle: boolean('enabled'),
  onCameraToggle: boolean('enabled'),
  onScreenshareToggle: boolean('enabled'),
  onChatToggle: boolean('open'),
  onPeopleToggle: boolean('open'),
  onPipToggle: boolean('open'),
  onStreamingStatusChange: status('requested', 'starting', 'streaming', 'stopping', 'stopped'),
  onRecordingStatusChange: status('starting', 'started', 'stopped'),
  onTranscriptionStatusChange: status('starting', 'started', 'stopped'),
  onConnectionStatusChange: status('stable', 'unstable', 'offline'),
};

describe('the registry of events', () => {
  test('has these events, in this order', async () => {
    expect(Object.keys(await load())).toEqual(Object.keys(table));
  });

  test.each(Object.entries(table))('reads the payload of %s', async (prop, readings) => {
    const { read } = (await load())[prop as EventProp];
    for (const [payload, expected] of readings) expect([payload, read(payload)]).toEqual([payload, expected]);
  });
});

test('an entry that names its own wire name keeps it', async () => {
  const { withWireNames } = await import('../../../src/protocol/wireNames.js');
  expect(withWireNames('type', { onCameraToggle: { is: 1 }, onPing: { type: 'pong' }, toggleOn: {} })).toEqual({
    onCameraToggle: { type: 'camera_toggle', is: 1 },
    onPing: { type: 'pong' },
    toggleOn: { type: 'toggle_on' },
  });
});
