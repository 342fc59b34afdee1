import type { RoomParams } from 'react-whereby-embed';
import type { SandboxRole } from '../sandboxRoom.js';

export const viewports = {
  fill: { label: 'Fill', title: 'As large as the window allows' },
  phone: { label: 'Phone', title: '390 by 844', width: 390, height: 844 },
  tablet: { label: 'Tablet', title: '820 by 1180', width: 820, height: 1180 },
  laptop: { label: 'Laptop', title: '1280 by 800', width: 1280, height: 800 },
  panel: { label: 'Side panel', title: '360 by 720', width: 360, height: 720 },
} as const;

/** What lies behind the frame: seen where the room has no background of its own. */
export const backdrops = {
  plain: 'Plain',
  checks: 'Checks',
  dusk: 'Dusk',
  meadow: 'Meadow',
  brand: 'Brand',
} as const;

/** What of a stay is shown first. */
export const scenes = { meeting: 'Meeting', lobby: 'Before joining' } as const;

export const themes = { system: 'System', light: 'Light', dark: 'Dark' } as const;

export type Viewport = keyof typeof viewports;
export type Backdrop = keyof typeof backdrops;
export type Scene = keyof typeof scenes;
export type Theme = keyof typeof themes;

/** Everything a share link brings back. */
export interface PlaygroundState {
  readonly params: RoomParams;
  /** The designer's own room; empty while the sandbox is shown. */
  readonly room: string;
  readonly viewport: Viewport;
  readonly backdrop: Backdrop;
  readonly theme: Theme;
  /** In the sandbox: as whom, and from where on. */
  readonly role: SandboxRole;
  readonly scene: Scene;
}

export const initialState: PlaygroundState = {
  params: {},
  room: '',
  viewport: 'fill',
  backdrop: 'plain',
  theme: 'system',
  role: 'visitor',
  scene: 'meeting',
};
