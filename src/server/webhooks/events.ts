import { bool, count, countByName, group, nonNegative, oneOf, text, textOrNull } from './fields.js';
import type { DataOf, FieldGroup } from './fields.js';
import { machineRoles, personRoles } from '../roles.js';

const room = group(
  {
    /** Name of the room, with its leading slash. */
    roomName: text(),
  },
  {
    /** Id of the meeting in the REST API. */
    meetingId: text(),
    /** Subdomain of the organization. */
    subdomain: text(),
  },
);

const roomByName = group(
  {
    /** Name of the room, with its leading slash. These events carry no `meetingId`. */
    roomName: text(),
  },
  {
    /** Subdomain of the organization. */
    subdomain: text(),
  },
);

const session = group(
  {},
  {
    /** Id of the session that is running in the room; null without one, as for the first person to enter. */
    roomSessionId: textOrNull(),
  },
);

// Whereby's published examples leave out what is optional here.
const person = group(
  {
    /** The name the person gave; `[[redacted]]` if the organization hides names. */
    displayName: text(),
  },
  {
    /** Id of the connection, the same as in the insights of the REST API. */
    participantId: text(),
    /** The room URL's `metadata`. The person can change it: trust it only if signed. */
    metadata: textOrNull(),
    /** The room URL's `externalId`. The person can change it: trust it only together with signed metadata. */
    externalId: textOrNull(),
  },
);

const presence = group(
  {
    /** Role of the person in the room. */
    roleName: oneOf([...personRoles, ...machineRoles]),
    /** Number of participants in the room after the event. */
    numClients: count(),
    /** Number of participants by role after the event; roles that nobody has are omitted. */
    numClientsByRoleName: countByName(),
  },
  {
    /** Whether the person joined by telephone. */
    isDialIn: bool(),
  },
);

const transcription = group({
  /** Id of the transcription in the REST API. */
  transcriptionId: text(),
  /** Whether a running meeting is transcribed, or a recording afterwards. */
  type: oneOf(['LIVE_TRANSCRIPTION', 'RECORDING_TRANSCRIPTION']),
  /** Progress of the transcription. */
  status: oneOf(['in_progress', 'ready', 'failed']),
});

const transcript = group(
  {
    /** Name of the file with the text. */
    filename: text(),
    /** Whose storage the file is in. */
    storageType: oneOf(['WHEREBY_HOSTED', 'SELF_HOSTED']),
    /** Length of the transcribed audio, in seconds. */
    durationInSeconds: nonNegative(),
  },
  {
    /** Id of the recording that was transcribed. */
    recordingId: text(),
  },
);

const failure = group(
  {},
  {
    /** Why it failed. */
    error: text(),
  },
);

const recording = group({
  /** Name of the file. */
  filename: text(),
  /** Id of the recording in the REST API. */
  recordingId: text(),
  /** Outcome of the recording. */
  status: oneOf(['completed']),
});

/** The registry's entry for one type of event. */
export interface WebhookDefinition<Data> {
  /** The fields of `data`, in groups. Other fields are passed through. */
  readonly groups: readonly FieldGroup<unknown>[];
  /** Never set: carries the type. */
  readonly data?: Data;
}

type JoinData<Groups> = Groups extends readonly [infer First, ...infer Rest] ? DataOf<First> & JoinData<Rest> : unknown;

const event = <Groups extends readonly FieldGroup<unknown>[]>(
  ...groups: Groups
): WebhookDefinition<JoinData<Groups>> => ({ groups });

/**
 * THE LIST of event types a webhook receives, by their name on the wire. A new type is one entry: types, guards, the
 * handler's `on`, the OpenAPI document and the sandbox's deliveries follow from it. Keep it one flat literal, or the
 * docblocks no longer reach the editor.
 */
export const webhookEvents = {
  /** Someone entered the room. */
  'room.client.joined': event(room, session, person, presence),
  /** Someone left the room: by the leave button, by closing the tab, or by losing the connection. */
  'room.client.left': event(room, session, person, presence),
  /** A visitor knocks on a locked room. */
  'room.client.knocked': event(room, session, person),
  /** A visitor stopped knocking or lost the connection. A knock that a host responds to sends no event of its own. */
  'room.client.knockCancelled': event(room, session, person),
  /** Two people are in the room: a session begins. */
  'room.session.started': event(room, session),
  /** Fewer than two people have been in the room for some time: the session is over. */
  'room.session.ended': event(room, session),
  /** A transcription has begun. */
  'transcription.started': event(roomByName, session, transcription),
  /** A transcription is ready to be fetched. */
  'transcription.finished': event(roomByName, session, transcription, transcript),
  /** A transcription failed. */
  'transcription.failed': event(roomByName, session, transcription, failure),
  /** A cloud recording has ended and is uploaded. */
  'recording.finished': event(roomByName, recording),
  /** A host invited an assistant. Sent to the URL configured for that assistant, possibly unsigned. */
  'assistant.requested': event(room, session),
} satisfies Record<string, WebhookDefinition<unknown>>;

type Events = typeof webhookEvents;

/** The name of a type of event, such as `room.client.joined`. */
export type WebhookEventType = keyof Events;

/** What an event of a type carries in `data`. */
export type WebhookData<Type extends WebhookEventType> = DataOf<Events[Type]>;

/** What every event has, whatever its type. By default the type and the fields of `data` are not known. */
export interface WebhookEnvelope<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  /** Identifies the event: 1 to 255 printable ASCII characters. The same event can be sent more than once. */
  readonly id: string;
  /** Version of the format; `1.0` so far. */
  readonly apiVersion?: string | undefined;
  /** When it happened, ISO 8601 in UTC. Order events by this, never by arrival. */
  readonly createdAt: string;
  readonly type: Type;
  readonly data: Data;
}

/** An event of one type of the registry, with the `data` of that type. */
export type WebhookEventOf<Type extends WebhookEventType> = WebhookEnvelope<Type, WebhookData<Type>>;

/** Any event of the registry: compare `type` to narrow it. */
export type WebhookEvent = { [Type in WebhookEventType]: WebhookEventOf<Type> }[WebhookEventType];

/** An event that is not in this version's registry: of a newer type, or of a known type with `data` in another shape. */
export type UnknownWebhookEvent = WebhookEnvelope;
