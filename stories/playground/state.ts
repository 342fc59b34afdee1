import type { RoomParams } from 'react-whereby-embed';
import type { SandboxRole } from '../sandboxRoom.js';

export const viewports = {
  fill: { label: 'Fill', title: 'As large as the window allows' },
  phone: { label: 'Phone', title: '390 by 844', width: 390, height: 844 },
  tablet: { label: 'Tablet', title: '820 by 1180', width: 820, height: 1180 },
  laptop: { label: 'Laptop', title: '1280 by 800', width: 1280, height: 800 },
  panel: { label: 'Side panel', title: '360 by 720', width: 360, height: 720 },
  own: { label: 'Own', title: 'A width and a height of your own' },
} as const;

/** What lies behind the frame: seen where the room has no background of its own. */
export const backdrops = {
  plain: 'Plain',
  checks: 'Checks',
  dusk: 'Dusk',
  meadow: 'Meadow',
  brand: 'Brand',
  own: 'Own colour',
} as const;

/** What page is drawn around the frame, so that the room is seen in an app. */
export const surroundings = { none: 'None', page: 'Header and sidebar' } as const;

/** What of a stay is shown first. */
export const scenes = { meeting: 'Meeting', lobby: 'Before joining' } as const;

export const themes = { system: 'System', light: 'Light', dark: 'Dark' } as const;

export const directions = { ltr: 'Left to right', rtl: 'Right to left' } as const;

/** How large the frame is drawn: as large as fits, or pixel by pixel. */
export const zooms = { fit: 'Fit', full: '100 %' } as const;

/** What names the people in the room have. */
export const namings = { usual: 'Usual', long: 'Long', rtl: 'Right to left' } as const;

export const connections = { stable: 'Stable', unstable: 'Unstable', offline: 'Lost' } as const;

/** What goes on in the sandbox's room besides what parameters do. */
export interface Happening {
  /** How many people are there besides the participant. */
  readonly people: number;
  readonly names: keyof typeof namings;
  readonly connection: keyof typeof connections;
  readonly knocking: boolean;
  readonly recording: boolean;
  readonly streaming: boolean;
  readonly sharing: boolean;
  readonly hand: boolean;
  readonly locked: boolean;
  readonly full: boolean;
  readonly muted: boolean;
}

/** The parts of `Happening` that are on or off, with what they are called. */
export const happenings = {
  knocking: 'Someone knocks',
  recording: 'Recording',
  streaming: 'Live stream',
  sharing: 'Someone shares a screen',
  hand: 'A raised hand',
  muted: 'Muted by the host',
  locked: 'Room is locked',
  full: 'Room is full',
} as const satisfies Partial<Record<keyof Happening, string>>;

export const MOST_PEOPLE = 50;

export const usualHappening: Happening = {
  people: 3,
  names: 'usual',
  connection: 'stable',
  knocking: false,
  recording: false,
  streaming: false,
  sharing: false,
  hand: false,
  locked: false,
  full: false,
  muted: false,
};

export type Viewport = keyof typeof viewports;
export type Backdrop = keyof typeof backdrops;
export type Surroundings = keyof typeof surroundings;
export type Scene = keyof typeof scenes;
export type Theme = keyof typeof themes;
export type Direction = keyof typeof directions;
export type Zoom = keyof typeof zooms;

/** Everything a share link brings back. */
export interface PlaygroundState {
  readonly params: RoomParams;
  /** The preset that the parameters began with; empty if there is none. */
  readonly from: string;
  /** The designer's own room, without its key; empty while the sandbox is shown. */
  readonly room: string;
  readonly viewport: Viewport;
  /** Of the viewport `own`. */
  readonly width: number;
  readonly height: number;
  readonly isTurned: boolean;
  readonly zoom: Zoom;
  readonly backdrop: Backdrop;
  /** Of the backdrop `own`, as `#rrggbb`. */
  readonly colour: string;
  readonly around: Surroundings;
  readonly theme: Theme;
  readonly direction: Direction;
  /** In the sandbox: as whom, from where on, and what goes on there. */
  readonly role: SandboxRole;
  readonly scene: Scene;
  readonly happening: Happening;
}

export const initialState: PlaygroundState = {
  params: {},
  from: '',
  room: '',
  viewport: 'fill',
  width: 1024,
  height: 640,
  isTurned: false,
  zoom: 'fit',
  backdrop: 'plain',
  colour: '#5b4b8a',
  around: 'none',
  theme: 'system',
  direction: 'ltr',
  role: 'visitor',
  scene: 'meeting',
  happening: usualHappening,
};

/** The size of the frame in pixels; undefined if it fills its place. */
export function frameSizeOf({ viewport, width, height, isTurned }: PlaygroundState) {
  const device = viewports[viewport];
  const size = viewport === 'own' ? { width, height } : 'width' in device ? device : undefined;
  if (!size) return undefined;
  return isTurned ? { width: size.height, height: size.width } : { width: size.width, height: size.height };
}
