import { wider } from './columns.js';
import type { StayEnd } from './types.js';

const ends: readonly StayEnd[] = ['left', 'insights', 'session-ended', 'room-emptied', 'deadline', 'open'];

/** Stays that are over, or counted as they are: in columns, because there may be half a million of them. */
export class Stays {
  size = 0;
  #room = 256;
  /** The numbers `Marks` gave. */
  who = new Int32Array(this.#room);
  role = new Int32Array(this.#room);
  /** Milliseconds; NaN where it is not known. */
  from = new Float64Array(this.#room);
  /** Milliseconds; NaN while it is open. */
  to = new Float64Array(this.#room);
  #end = new Uint8Array(this.#room);

  /** Adds a stay and answers its number. */
  push(who: number, role: number, from: number, to: number, end: StayEnd): number {
    if (this.size === this.#room) {
      this.#room *= 2;
      this.who = wider(this.who);
      this.role = wider(this.role);
      this.from = wider(this.from);
      this.to = wider(this.to);
      this.#end = wider(this.#end);
    }
    const at = this.size++;
    this.who[at] = who;
    this.role[at] = role;
    this.from[at] = from;
    this.close(at, to, end);
    return at;
  }

  close(at: number, to: number, end: StayEnd): void {
    this.to[at] = to;
    this.#end[at] = ends.indexOf(end);
  }

  endOf(at: number): StayEnd {
    return ends[this.#end[at]!]!;
  }
}
