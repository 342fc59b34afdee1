import type { Call } from '../Call.js';
import { encodeRoomName } from './encodeRoomName.js';
import type { WithRateLimit, RequestOptions } from '../types.js';

/** Colours as `#rrggbb`. */
export interface ThemeTokens {
  readonly tokens?:
    | { readonly colors: { readonly primary?: string; readonly secondary?: string; readonly focus?: string } }
    | undefined;
  /** `default` restores the organisation's colours. */
  readonly tokensPreset?: 'custom' | 'default' | undefined;
}

/** A PNG image. */
export type RoomImage = Blob | ArrayBuffer | Uint8Array;

export interface BackgroundPreset {
  /** The API spells it `burgund`. */
  readonly palette?: 'default' | 'grey' | 'purple' | 'burgund' | undefined;
  readonly theme?: 'default' | 'mountains' | 'characters' | 'rocks' | undefined;
}

/** Colours and pictures of a room. Takes the room's name (`/demo` or `demo`), not its address. */
export interface Rooms {
  setThemeTokens(roomName: string, input: ThemeTokens, options?: RequestOptions): Promise<WithRateLimit>;
  /** A picture at least 400 pixels wide, or the default. */
  setLogo(
    roomName: string,
    logo: RoomImage | { readonly theme: 'default' },
    options?: RequestOptions,
  ): Promise<WithRateLimit>;
  /** A picture at least 1,400 pixels wide and at most 600 kB, or one of Whereby's own. */
  setBackground(
    roomName: string,
    background: RoomImage | BackgroundPreset,
    options?: RequestOptions,
  ): Promise<WithRateLimit>;
  /** As `setBackground`, for the page on which people knock. */
  setKnockPageBackground(
    roomName: string,
    background: RoomImage | BackgroundPreset,
    options?: RequestOptions,
  ): Promise<WithRateLimit>;
}

export function createRoomThemes(call: Call): Rooms {
  const put =
    (method: keyof Rooms, path: string) => async (roomName: string, input: object, options?: RequestOptions) =>
      call({
        operation: `rooms.${method}`,
        method: 'PUT',
        path: `/rooms/${encodeRoomName(roomName)}/theme/${path}`,
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
