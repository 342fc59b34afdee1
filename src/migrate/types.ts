import type * as tsMorph from 'ts-morph';

/** The library that reads the code. It is not a dependency of the package: whoever migrates hands it in. */
export type TsMorph = typeof tsMorph;

/** What stands from `start` up to `end` in the source becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something that was changed, with a word on it. */
export interface Change {
  readonly line: number;
  readonly what: string;
}

/** A place that was left as it is. */
export interface Leftover {
  readonly line: number;
  readonly reason: string;
  /** The change to make by hand. */
  readonly hand: string;
}

export interface Migration {
  /** The source with all changes; the same text if there are none. */
  readonly source: string;
  readonly changes: readonly Change[];
  readonly leftovers: readonly Leftover[];
}

/** Thrown where an element cannot be changed without risk; the element then stays as it is. */
export class LeaveAlone extends Error {
  readonly hand: string;
  constructor(reason: string, hand: string) {
    super(reason);
    this.name = 'LeaveAlone';
    this.hand = hand;
  }
}
