import { amount, count, counts, group, oneOf, text, textOrNull, yesNo } from './fields.js';
import type { DataOf, FieldGroup } from './fields.js';
import { machineRoles, personRoles } from './roles.js';

const room = group(
  {
    /** Name of the room, with its leading slash. */
    roomName: text(),
  },
  {
    /** The meeting as the REST API knows it. */
    meetingId: text(),
    /** Subdomain of the organisation. */
    subdomain: text(),
  },
);

const roomByName = group(
  {
    /** Name of the room, with its leading slash. These events carry no `meetingId`. */
    roomName: text(),
  },
  {
    /** Subdomain of the organisation. */
    subdomain: text(),
  },
);

const session = group(
  {},
  {
    /** The session that runs in the room; null while there is none, as for the first person in it. */
    roomSessionId: textOrNull(),
  },
);

const person = group({
  /** The name the person gave; `[[redacted]]` where the organisation hides names. */
  displayName: text(),
  /** The connection, under the id the insights of the REST API use. */
  participantId: text(),
  /** What the room address carried as `metadata`. The person can change it: trust it only if signed. */
  metadata: textOrNull(),
  /** What the room address carried as `externalId`. The person can change it too. */
  externalId: textOrNull(),
});

const presence = group(
  {
    /** As what the person is in the room. */
    roleName: oneOf([...personRoles, ...machineRoles]),
    /** How many are in the room after the event. */
    numClients: count(),
    /** How many of each role are in the room after the event; roles nobody has are left out. */
    numClientsByRoleName: counts(),
  },
  {
    /** Whether the person came by telephone. */
    isDialIn: yesNo(),
  },
);

const transcription = group({
  /** The transcription as the REST API knows it. */
  transcriptionId: text(),
  /** Whether a meeting is transcribed as it goes on, or a recording afterwards. */
  type: oneOf(['LIVE_TRANSCRIPTION', 'RECORDING_TRANSCRIPTION']),
  /** How far it is. */
  status: oneOf(['in_progress', 'ready', 'failed']),
});

const transcript = group(
  {
    /** Name of the file that holds the text. */
    filename: text(),
    /** Whose storage the file is in. */
    storageType: oneOf(['WHEREBY_HOSTED', 'SELF_HOSTED']),
    /** Length of what was transcribed, in seconds. */
    durationInSeconds: amount(),
  },
  {
    /** The recording that was transcribed. */
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
  /** The recording as the REST API knows it. */
  recordingId: text(),
  /** How it ended. */
  status: oneOf(['completed']),
});

/** What the registry says about one type of event. */
export interface WebhookDefinition<Data> {
  /** The fields of `data`, in groups. Fields beside them are passed through. */
  readonly groups: readonly FieldGroup<unknown>[];
  /** Never there: carries the type. */
  readonly data?: Data;
}

type Joined<Groups> = Groups extends readonly [infer First, ...infer Rest] ? DataOf<First> & Joined<Rest> : unknown;

const event = <Groups extends readonly FieldGroup<unknown>[]>(
  ...groups: Groups
): WebhookDefinition<Joined<Groups>> => ({ groups });

/**
 * THE LIST of event types a webhook receives, by their name on the wire. Types, guards, the handler's `on`,
 * the OpenAPI document and the tables of the guides follow from it. Keep it one flat literal, or the docblocks
 * no longer reach the editor.
 */
export const webhookEvents = {
  /** Someone entered the room. */
  'room.client.joined': event(room, session, person, presence),
  /** Someone left the room: by the leave button, by closing the tab, or by losing the connection. */
  'room.client.left': event(room, session, person, presence),
  /** A visitor knocks on a locked room. */
  'room.client.knocked': event(room, session, person),
  /** A visitor stopped knocking, or lost the connection. A knock that is answered has no event of its own. */
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
  /** A host invited an assistant. Sent to the address set up for that assistant, perhaps unsigned. */
  'assistant.requested': event(room, session),
} satisfies Record<string, WebhookDefinition<unknown>>;

type Events = typeof webhookEvents;

/** The name of a type of event, such as `room.client.joined`. */
export type WebhookEventType = keyof Events;

/** What an event of a type carries in `data`. */
export type WebhookData<Type extends WebhookEventType> =
  Events[Type] extends WebhookDefinition<infer Data> ? Data : never;

/** What every event has around its `data`. */
export interface WebhookEnvelope {
  /** Identifies the event. The same event can be sent more than once: drop what was seen. */
  readonly id: string;
  /** Version of the format, `1.0` so far. */
  readonly apiVersion?: string | undefined;
  /** When it happened, ISO 8601 in UTC. Order by this, never by arrival. */
  readonly createdAt: string;
}

/** An event of one type. */
export type WebhookEventOf<Type extends WebhookEventType> = WebhookEnvelope & {
  readonly type: Type;
  readonly data: WebhookData<Type>;
};

/** Any event of the registry; `type` tells which. */
export type WebhookEvent = { [Type in keyof Events]: WebhookEventOf<Type> }[keyof Events];

/** An event this version has no definition of: a newer type, or one whose data is not as documented. */
export interface UnknownWebhookEvent extends WebhookEnvelope {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}
