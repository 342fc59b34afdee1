import { parseRoomUrl } from 'react-whereby-embed';
import type { RoomUrl } from 'react-whereby-embed';

/** What this person can do in the call: the toolbar has a button for each. */
export interface RoomFeatures {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screenshare: boolean;
  readonly chat: boolean;
  readonly recording: boolean;
  readonly end: boolean;
}

/**
 * Reads the features from the room's URL, whose parameters are those of the person's preset: whoever changes
 * `presets.json` changes the toolbar. A call that goes on after its end has its URL as well. Undefined while there is none.
 */
export function readRoomFeatures(room: RoomUrl): RoomFeatures | undefined {
  if (!('url' in room) || !room.url) return undefined;
  const { params } = parseRoomUrl(room.url);
  const isHost = room.role === 'host';
  const isViewer = room.role === 'viewer';
  /** `minimal` turns off what is not turned on. */
  const isOn = (value: boolean | undefined) => value ?? params.minimal !== true;
  return {
    microphone: !isViewer,
    camera: !isViewer && params.cameraAccess !== false,
    screenshare: !isViewer && isOn(params.screenshare),
    chat: isOn(params.chat),
    recording: isHost && isOn(params.recording),
    end: isHost,
  };
}
