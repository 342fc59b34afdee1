/**
 * The rooms of the sandbox that stories use. Everyone in a room of one name meets, in every tab, so each story that
 * expects to be alone has its own. Words in a name say what the room is like: `empty`, `locked`, `normal`.
 */
const named = [
  'demo',
  // For four people: a fifth finds it full.
  'demo-normal',
  'picture',
  'compare',
  'compare-roles',
  'preset',
  'preset-locked',
  'controls',
  'state-empty-precall',
  'state-locked-knocking',
  'state-joined',
  'state-left',
  'state-removed',
  'state-ended',
  'state-blocked',
  'state-expired',
  'state-late',
  'state-denied',
  'state-recording',
  'state-sharing',
  'state-offline',
  'state-full-normal',
  'state-breakout',
  'state-host-locked',
  'state-floating',
  'state-floating-away',
  'state-floating-small',
  'state-floating-leaving',
  'state-floating-narrow',
  'state-policy',
  'test-empty-playground',
] as const;

export type Room = (typeof named)[number] | `sheet-${number}`;

/** One for each frame of the contact sheet, so that nobody meets there. */
const SHEET_ROOMS = 24;

export const rooms: readonly Room[] = [
  ...named,
  ...Array.from({ length: SHEET_ROOMS }, (_, index) => `sheet-${index}` as const),
];
