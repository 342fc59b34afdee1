import { isWebhookEvent } from 'react-whereby-embed/server';
import type { WebhookEventType } from 'react-whereby-embed/server';
import { describe, expect, test } from 'vitest';
import { webhookEvents } from '../../../src/server/webhooks/events.js';
import type { WebhookDefinition } from '../../../src/server/webhooks/events.js';
import * as fields from '../../../src/server/webhooks/fields.js';
import type { Field } from '../../../src/server/webhooks/fields.js';
import { findEventProblem } from '../../../src/server/webhooks/findEventProblem.js';

const room = { required: ['roomName'], optional: ['meetingId', 'subdomain'] };
const roomByName = { required: ['roomName'], optional: ['subdomain'] };
const session = { required: [], optional: ['roomSessionId'] };
const person = { required: ['displayName'], optional: ['participantId', 'metadata', 'externalId'] };
const presence = { required: ['roleName', 'numClients', 'numClientsByRoleName'], optional: ['isDialIn'] };
const transcription = { required: ['transcriptionId', 'type', 'status'], optional: [] };
const transcript = { required: ['filename', 'storageType', 'durationInSeconds'], optional: ['recordingId'] };

/** What each event has, as the service's reference says. */
const documented: Readonly<Record<WebhookEventType, readonly (typeof room)[]>> = {
  'room.client.joined': [room, session, person, presence],
  'room.client.left': [room, session, person, presence],
  'room.client.knocked': [room, session, person],
  'room.client.knockCancelled': [room, session, person],
  'room.session.started': [room, session],
  'room.session.ended': [room, session],
  'transcription.started': [roomByName, session, transcription],
  'transcription.finished': [roomByName, session, transcription, transcript],
  'transcription.failed': [roomByName, session, transcription, { required: [], optional: ['error'] }],
  'recording.finished': [roomByName, { required: ['filename', 'recordingId', 'status'], optional: [] }],
  'assistant.requested': [room, session],
};

/** A value of every field, and one that it does not take. */
const values: Readonly<Record<string, readonly [good: unknown, bad: unknown]>> = {
  roomName: ['/demo', 7],
  meetingId: ['9042', 7],
  subdomain: ['acme', 7],
  roomSessionId: ['s-1', 7],
  displayName: ['Ada', 7],
  participantId: ['p-1', 7],
  metadata: ['m', 7],
  externalId: ['e', 7],
  roleName: ['host', 7],
  numClients: [2, -1],
  numClientsByRoleName: [{ host: 1 }, { host: -1 }],
  isDialIn: [false, 'no'],
  transcriptionId: ['t', 7],
  type: ['LIVE_TRANSCRIPTION', 7],
  status: ['ready', 7],
  filename: ['a.md', 7],
  storageType: ['SELF_HOSTED', 7],
  durationInSeconds: [61.5, -1],
  recordingId: ['r', 7],
  error: ['no audio', 7],
};

const dataOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, values[name]![0]]));

describe.each(Object.entries(documented) as [WebhookEventType, readonly (typeof room)[]][])('%s', (type, groups) => {
  const required = groups.flatMap((group) => group.required);
  const optional = groups.flatMap((group) => group.optional);
  const problemWith = (data: Record<string, unknown>) => findEventProblem({ type, data });

  test('has the fields of the reference', () => {
    const own: WebhookDefinition<unknown> = webhookEvents[type];
    const names = (kind: 'required' | 'optional') => own.groups.flatMap((group) => Object.keys(group[kind]));
    expect(names('required').sort()).toEqual([...required].sort());
    expect(names('optional').sort()).toEqual([...optional].sort());
  });

  test('is as documented with what is required, and with everything', () => {
    expect(problemWith(dataOf(required))).toBeUndefined();
    expect(problemWith({ ...dataOf([...required, ...optional]), later: {} })).toBeUndefined();
    for (const name of optional) expect(problemWith({ ...dataOf(required), [name]: null })).toBeUndefined();
  });

  test('is not without what is required, nor with another value of any field', () => {
    for (const name of required) {
      const { [name]: _, ...less } = dataOf(required);
      expect(problemWith(less)).toBe(`data.${name} is not as documented.`);
      expect(problemWith({ ...less, [name]: null })).toBe(`data.${name} is not as documented.`);
    }
    for (const name of [...required, ...optional])
      expect(problemWith({ ...dataOf(required), [name]: values[name]![1] })).toBe(`data.${name} is not as documented.`);
  });

  test('is an event of its type, and of no other', () => {
    const event = { id: 'a', type, createdAt: '2025-02-03T09:15:00Z', data: dataOf(required) };
    for (const other of Object.keys(documented) as WebhookEventType[])
      expect(isWebhookEvent(event, other)).toBe(other === type);
    expect(isWebhookEvent(event)).toBe(true);
    expect(isWebhookEvent({ ...event, data: {} }, type)).toBe(false);
    expect(isWebhookEvent({ ...event, id: undefined }, type)).toBe(false);
  });
});

test.each(['room.client.waved', 'toString', 'constructor', ''])('%j is no type of this version', (type) => {
  expect(findEventProblem({ type, data: {} })).toBe('The type is not known to this version.');
});

describe('a kind of field', () => {
  test.each<[string, Field<unknown>, object, unknown[], unknown[]]>([
    ['text', fields.text(), { type: 'string' }, ['', 'a'], [null, undefined, 1, {}, []]],
    ['text or null', fields.textOrNull(), { type: ['string', 'null'] }, ['', 'a', null], [undefined, 1, {}]],
    ['bool', fields.bool(), { type: 'boolean' }, [true, false], ['true', 0, null]],
    ['number', fields.nonNegative(), { type: 'number', minimum: 0 }, [0, 0.5, 7], [-0.1, '1', NaN, null]],
    ['count', fields.count(), { type: 'integer', minimum: 0 }, [0, 7], [-1, 0.5, '1', Infinity, null]],
    [
      'counts by name',
      fields.countByName(),
      { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
      [{}, { host: 0, visitor: 2 }],
      [null, [], [1], 'a', { host: -1 }, { host: 1, visitor: 0.5 }, { host: '1' }],
    ],
    ['one of', fields.oneOf(['a', 'b']), { type: 'string', examples: ['a', 'b'] }, ['a', 'later'], [1, null]],
  ])('%s says the same in JSON Schema and as a guard', (_name, field, schema, good, bad) => {
    expect(field.schema).toEqual(schema);
    for (const value of good) expect(field.is(value)).toBe(true);
    for (const value of bad) expect(field.is(value)).toBe(false);
  });
});
