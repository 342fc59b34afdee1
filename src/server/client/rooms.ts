import type { Call } from './call.js';
import { roomNameSegment } from './path.js';
import type { Answered, RequestOptions } from './types.js';

/** Colours as `#rrggbb`. */
export interface ThemeTokens {
  readonly tokens?:
    | { readonly colors: { readonly primary?: string; readonly secondary?: string; readonly focus?: string } }
    | undefined;
  /** `default` goes back to the organisation's own colours. */
  readonly tokensPreset?: 'custom' | 'default' | undefined;
}

/** A PNG. */
export type RoomImage = Blob | ArrayBuffer | Uint8Array;

export interface BackgroundPreset {
  /** Spelt as the API spells it. */
  readonly palette?: 'default' | 'grey' | 'purple' | 'burgund' | undefined;
  readonly theme?: 'default' | 'mountains' | 'characters' | 'rocks' | undefined;
}

/** Takes a room by its name (`/demo` or `demo`), not by its address. */
export interface Rooms {
  setThemeTokens(roomName: string, input: ThemeTokens, options?: RequestOptions): Promise<Answered>;
  /** A picture of at least 400 pixels' width, or the default again. */
  setLogo(
    roomName: string,
    logo: RoomImage | { readonly theme: 'default' },
    options?: RequestOptions,
  ): Promise<Answered>;
  /** A picture of at least 1,400 pixels' width and at most 600 kB, or one of those that come along. */
  setBackground(
    roomName: string,
    background: RoomImage | BackgroundPreset,
    options?: RequestOptions,
  ): Promise<Answered>;
  /** The same for the page on which people knock. */
  setKnockPageBackground(
    roomName: string,
    background: RoomImage | BackgroundPreset,
    options?: RequestOptions,
  ): Promise<Answered>;
}

export function createRooms(call: Call): Rooms {
  const put =
    (method: keyof Rooms, path: string) => async (roomName: string, input: object, options?: RequestOptions) =>
      call({
        operation: `rooms.${method}`,
        method: 'PUT',
        path: `/rooms/${roomNameSegment(roomName)}/theme/${path}`,
        body: toForm(input),
        options,
      });
  return {
    setThemeTokens: put('setThemeTokens', 'tokens'),
    setLogo: put('setLogo', 'logo'),
    setBackground: put('setBackground', 'room-background'),
    setKnockPageBackground: put('setKnockPageBackground', 'room-knock-page-background'),
  };
}

function toForm(input: object): object {
  const blob =
    input instanceof Blob
      ? input
      : input instanceof ArrayBuffer || input instanceof Uint8Array
        ? new Blob([input as BlobPart], { type: 'image/png' })
        : undefined;
  if (!blob) return input;
  const form = new FormData();
  form.append('image', blob, blob instanceof File ? blob.name : 'image.png');
  return form;
}
