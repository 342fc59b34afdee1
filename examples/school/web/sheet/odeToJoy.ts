/** A note: its place above the lowest line of the staff, in half steps of the staff, and its length in quarters. */
export type Note = readonly [place: number, quarters: 0.5 | 1 | 1.5 | 2];

/** Four bars of four quarters each. */
export type Line = readonly (readonly Note[])[];

const same = (...places: number[]): readonly Note[] => places.map((place) => [place, 1]);

// In G major, so that all of it is on the staff: G is on the second line.
const first: Line = [same(4, 4, 5, 6), same(6, 5, 4, 3), same(2, 2, 3, 4)];

/** Beethoven's Ode to Joy, 1824. */
export const odeToJoy: readonly Line[] = [
  [
    ...first,
    [
      [4, 1.5],
      [3, 0.5],
      [3, 2],
    ],
  ],
  [
    ...first,
    [
      [3, 1.5],
      [2, 0.5],
      [2, 2],
    ],
  ],
  [
    same(3, 3, 4, 2),
    [
      [3, 1],
      [4, 0.5],
      [5, 0.5],
      [4, 1],
      [2, 1],
    ],
    [
      [3, 1],
      [4, 0.5],
      [5, 0.5],
      [4, 1],
      [3, 1],
    ],
    [
      [2, 1],
      [3, 1],
      [-1, 2],
    ],
  ],
  [
    ...first,
    [
      [3, 1.5],
      [2, 0.5],
      [2, 2],
    ],
  ],
];
