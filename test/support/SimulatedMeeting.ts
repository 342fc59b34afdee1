import { machineRoles } from '../../src/server/roles.js';
import type { AttendanceEvent } from 'react-whereby-embed/server';

const machines: ReadonlySet<string> = new Set(machineRoles);

interface Presence {
  readonly participantId: string;
  readonly roleName: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly metadata: string | null;
}

/** Minutes after ten o'clock, UTC, as ISO time. */
export const at = (minutes: number) => new Date(Date.UTC(2025, 2, 4, 10) + Math.round(minutes * 60_000)).toISOString();

/**
 * The events of a meeting as a room sends them, from who joins and leaves when, in order. Sessions start with two people
 * and end a minute after there are fewer.
 */
export class SimulatedMeeting {
  readonly events: AttendanceEvent[] = [];
  readonly #present: Presence[] = [];
  #session: string | null = null;
  #sessions = 0;
  #aloneSince = NaN;

  constructor(readonly meetingId = 'm-1') {}

  get present(): readonly Presence[] {
    return this.#present;
  }

  join(minute: number, participantId: string, details: Partial<Presence> = {}): this {
    this.pass(minute);
    const presence: Presence = {
      participantId,
      roleName: 'visitor',
      displayName: participantId,
      externalId: null,
      metadata: null,
      ...details,
    };
    this.#present.push(presence);
    this.#writePresence(minute, 'room.client.joined', presence);
    if (this.#countPeople() >= 2) {
      this.#aloneSince = NaN;
      if (this.#session === null) {
        this.#session = `s-${++this.#sessions}`;
        this.#write(minute, 'room.session.started', {});
      }
    }
    return this;
  }

  leave(minute: number, participantId: string): this {
    this.pass(minute);
    const index = this.#present.findIndex((one) => one.participantId === participantId);
    const [presence] = this.#present.splice(index, 1);
    this.#writePresence(minute, 'room.client.left', presence!);
    if (this.#countPeople() < 2 && this.#session !== null && Number.isNaN(this.#aloneSince)) this.#aloneSince = minute;
    return this;
  }

  /** Lets time pass until the minute, so that a session can end. */
  pass(minute: number): this {
    if (this.#aloneSince + 1 <= minute) {
      this.#write(this.#aloneSince + 1, 'room.session.ended', {});
      this.#session = null;
      this.#aloneSince = NaN;
    }
    return this;
  }

  /** The events without those that are lost. */
  without(lost: (event: AttendanceEvent & { readonly data: Record<string, unknown> }) => boolean): AttendanceEvent[] {
    return this.events.filter((event) => !lost(event as AttendanceEvent & { data: Record<string, unknown> }));
  }

  #countPeople = () => this.#present.filter(({ roleName }) => !machines.has(roleName)).length;

  #writePresence(minute: number, type: string, presence: Presence): void {
    const byRole = new Map<string, number>();
    for (const { roleName } of this.#present) byRole.set(roleName, (byRole.get(roleName) ?? 0) + 1);
    this.#write(minute, type, {
      ...presence,
      numClients: this.#present.length,
      numClientsByRoleName: Object.fromEntries(byRole),
      isDialIn: false,
    });
  }

  #write(minute: number, type: string, data: object): void {
    this.events.push({
      id: `event-${this.events.length}`,
      type,
      createdAt: at(minute),
      data: {
        meetingId: this.meetingId,
        roomName: `/${this.meetingId}`,
        roomSessionId: this.#session,
        subdomain: 'acme',
        ...data,
      },
    });
  }
}
