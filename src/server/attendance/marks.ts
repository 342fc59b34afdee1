import { isMachineRole } from '../roles.js';
import { wider } from './columns.js';

/** How many of each role an event says are in the room after it. */
export interface Snapshot {
  readonly numClients: number | undefined;
  /** Undefined where the event did not say. */
  readonly byRole: ReadonlyMap<string, number> | undefined;
  /** How many of them are people; undefined where the event did not say. */
  readonly people: number | undefined;
  /** The same content has the same key. */
  readonly key: string;
}

const peopleOf = (roles: readonly (readonly [string, number])[]) =>
  roles.reduce((sum, [role, count]) => (isMachineRole(role) ? sum : sum + count), 0);

export const joined = 0;
export const left = 1;
export const ended = 2;

/**
 * What attendance needs of the events, in columns rather than objects: a million of them fit in some 30 MB. Texts are
 * kept once and named by number.
 */
export class Marks {
  size = 0;
  #room = 1024;
  /** Milliseconds. */
  time = new Float64Array(this.#room);
  kind = new Uint8Array(this.#room);
  /** Number of the participant; of none for the end of a session. */
  who = new Int32Array(this.#room);
  role = new Int32Array(this.#room);
  session = new Int32Array(this.#room);
  snapshot = new Int32Array(this.#room);

  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly snapshots: Snapshot[] = [];
  readonly #snapshotNumbers = new Map<string, number>();
  /** Numbers of snapshots in which all have one role, by that role and how many there are. */
  readonly #ofOneRole = new Map<string, Map<number, number>>();

  /** The number of a text; -1 for none. */
  number(text: string | null): number {
    if (text === null) return -1;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  /** The number of what an event counts; -1 where it counts nothing. */
  count(numClients: unknown, byRole: unknown): number {
    if (typeof byRole !== 'object' || byRole === null) return this.#countOf(numClients, undefined);
    let only = '';
    let roles = 0;
    for (const role in byRole) {
      only = role;
      roles++;
    }
    // Most often everyone has the same role, and is counted once in all and once by it.
    if (roles !== 1 || (byRole as Record<string, unknown>)[only] !== numClients || !Number.isInteger(numClients))
      return this.#countOf(numClients, byRole as Readonly<Record<string, unknown>>);
    let known = this.#ofOneRole.get(only);
    if (!known) this.#ofOneRole.set(only, (known = new Map()));
    let number = known.get(numClients as number);
    if (number === undefined)
      known.set(
        numClients as number,
        (number = this.#countOf(numClients, byRole as Readonly<Record<string, unknown>>)),
      );
    return number;
  }

  #countOf(numClients: unknown, byRole: Readonly<Record<string, unknown>> | undefined): number {
    const clients = typeof numClients === 'number' ? numClients : undefined;
    if (clients === undefined && !byRole) return -1;
    const roles = Object.entries(byRole ?? {})
      .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      // Senders may write the roles in any order.
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const key = `${clients ?? ''}${roles.map(([role, count]) => `,${role}=${count}`).join('')}${byRole ? ';' : ''}`;
    let number = this.#snapshotNumbers.get(key);
    if (number === undefined) {
      number =
        this.snapshots.push({
          numClients: clients,
          byRole: byRole && new Map(roles),
          people: byRole && peopleOf(roles),
          key,
        }) - 1;
      this.#snapshotNumbers.set(key, number);
    }
    return number;
  }

  add(time: number, kind: number, who: number, role: number, session: number, snapshot: number): void {
    if (this.size === this.#room) this.#grow();
    const at = this.size++;
    this.time[at] = time;
    this.kind[at] = kind;
    this.who[at] = who;
    this.role[at] = role;
    this.session[at] = session;
    this.snapshot[at] = snapshot;
  }

  #grow(): void {
    this.#room *= 2;
    this.time = wider(this.time);
    this.kind = wider(this.kind);
    this.who = wider(this.who);
    this.role = wider(this.role);
    this.session = wider(this.session);
    this.snapshot = wider(this.snapshot);
  }

  /** An order that depends on what the marks say, not on when they came. Nought where they say the same thing of the same moment. */
  #compare(one: number, other: number): number {
    const byTime = this.time[one]! - this.time[other]!;
    if (byTime) return byTime;
    const byKind = this.kind[one]! - this.kind[other]!;
    if (byKind) return byKind;
    const texts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    return (
      texts(this.text(this.who[one]!), this.text(this.who[other]!)) ||
      // The end of a session is that of a session; who joined or left did so whatever else is said.
      (this.kind[one] === ended ? texts(this.text(this.session[one]!), this.text(this.session[other]!)) : 0)
    );
  }

  /** Breaks the ties of `#compare`, so that of several that say the same it is always the same one that is used. */
  #details(one: number, other: number): number {
    const key = (at: number) =>
      `${this.text(this.role[at]!)} ${this.text(this.session[at]!)} ${this.snapshots[this.snapshot[at]!]?.key ?? ''}`;
    const [a, b] = [key(one), key(other)];
    // The richer one first: with a session, with counts.
    return b.length - a.length || (a < b ? -1 : a > b ? 1 : 0);
  }

  /** The marks in order, each once, as positions in the columns. */
  sorted(): Uint32Array {
    const order = new Uint32Array(this.size);
    for (let at = 0; at < order.length; at++) order[at] = at;
    const compare = (one: number, other: number) => this.#compare(one, other) || this.#details(one, other);
    let inOrder = true;
    for (let at = 1; at < order.length && inOrder; at++)
      inOrder = this.time[at - 1]! < this.time[at]! || compare(at - 1, at) <= 0;
    if (!inOrder) order.sort(compare);
    let kept = 0;
    for (let at = 0; at < order.length; at++)
      if (kept === 0 || this.#compare(order[kept - 1]!, order[at]!) !== 0) order[kept++] = order[at]!;
    return order.subarray(0, kept);
  }
}
