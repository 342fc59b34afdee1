import type { FromRooms, Role, SelfState, ToRooms } from '../wire.js';
import type { ConnectOptions } from './connectPage.js';
import type { Clock } from './createClock.js';
import type { Ids, Random } from './createIds.js';
import type { NewMeeting } from './meetings.js';
import type { Rules } from './Rules.js';
import type { WorldEvent } from './WorldContext.js';
import type { Meeting, Network, Rating, Stay, Summary, Transcription, WorldState } from './WorldState.js';

export interface WorldOptions {
  readonly rules?: Partial<Rules>;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Whether rooms of the rule `openRooms` have the keys that its guide names, such as `sandbox-host`. Default true. */
  readonly hasKnownKeys?: boolean;
  /** The organisation's subdomain, as webhooks name it. Default `sandbox`. */
  readonly subdomain?: string;
}

/** A person played by the sandbox. */
export interface SimulatedPerson extends Partial<SelfState> {
  readonly role?: Role;
  readonly externalId?: string | null;
  readonly metadata?: string | null;
  /** Two stays with the same device are the same person twice. */
  readonly deviceId?: string;
  readonly userAgent?: string;
  readonly dialIn?: boolean;
}

/** The connection of a room page. */
export interface Connection {
  /** Takes a message that the room page sent. */
  receive(message: ToRooms): void;
  /** The page is gone. Can be called more than once. */
  close(): void;
}

/** Meetings, the rooms they are held in and everyone inside, on a clock that can be moved. Where it takes a `meetingId`, it takes a room name as well. */
export interface World {
  readonly clock: Pick<Clock, 'now' | 'frozen'> & {
    freeze(at?: number): void;
    unfreeze(): void;
    /** Moves time forward by so many ms. Everything that falls due on the way happens at its own time. */
    advance(ms: number): void;
  };
  /** Everything there is. Read only: change it through the methods. */
  readonly state: WorldState;
  readonly rules: Rules;
  readonly subdomain: string;
  readonly ids: Ids;

  createMeeting(input: NewMeeting): Meeting;
  deleteMeeting(meetingId: string): void;
  /** By room name, with or without its slash. Finds deleted meetings too. */
  findMeeting(roomName: string): Meeting | undefined;
  setTheme(meetingId: string, theme: Meeting['theme']): void;
  /** A key that gives its holder this role in the room. */
  keyFor(meetingId: string, role: Role): string;
  /** Takes the role from all keys that give it. Whoever is inside stays; the next URL of this role has a new key. */
  revokeKeys(meetingId: string, role: Role): void;

  /** Connects a room page: `send` gets every message of wire.ts that is for it. */
  connect(send: (message: FromRooms) => void, options?: ConnectOptions): Connection;

  /** Tells every room page whether commands of its embedding page count, because that has changed. */
  tellAllowed(): void;

  /**
   * Lets a simulated person in, locked or not. Undefined if the room is full, over, or does not exist.
   * @throws `SANDBOX_PERSON_INVALID`
   */
  join(meetingId: string, person?: SimulatedPerson): Stay | undefined;
  /**
   * A simulated person knocks. Returns the id of the knock; undefined if the meeting is over or does not exist.
   * @throws `SANDBOX_PERSON_INVALID`
   */
  knock(meetingId: string, person?: SimulatedPerson): string | undefined;
  cancelKnock(meetingId: string, knockId: string): void;
  admit(meetingId: string, knockId: string): Stay | undefined;
  reject(meetingId: string, knockId: string): void;
  /** Anyone in the room does what a room page could ask for. */
  act(participantId: string, message: ToRooms): void;
  leave(participantId: string): void;

  /** Changes a participant's network from now on, and with it the samples of the insights. False if nobody with that id is in a room. */
  setNetwork(participantId: string, network: Partial<Network>): boolean;
  /** A participant rates the session they are in, or the last one they were in. False if there is none. */
  rate(participantId: string, rating: Pick<Rating, 'rating'> & Partial<Pick<Rating, 'tags' | 'comment'>>): boolean;

  setRecording(meetingId: string, on: boolean): boolean;
  setStreaming(meetingId: string, on: boolean): boolean;
  setTranscription(meetingId: string, on: boolean): boolean;
  transcribe(recordingId: string): Transcription | undefined;
  /** Makes a transcription in progress end in a failure. */
  failTranscription(transcriptionId: string, error: string): boolean;
  summarize(transcriptionId: string, template: string): Summary | undefined;
  deleteRecording(recordingId: string): void;
  deleteTranscription(transcriptionId: string): void;
  deleteSummary(summaryId: string): void;
  requestAssistant(meetingId: string): void;

  /** Calls `listener` for every event of the world. Returns a function that stops that. */
  on(listener: (event: WorldEvent) => void): () => void;
  /** A copy of everything, as JSON. */
  snapshot(): WorldState;
  /** Puts a snapshot back. Connected pages are sent away; browsers in the snapshot count as having left. */
  restore(state: WorldState): void;
  /** Empties the world and sets its clock to real time, running. */
  reset(): void;
  /** Stops the timer: from now on nothing happens on its own. */
  stop(): void;
}
