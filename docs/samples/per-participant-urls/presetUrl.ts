import { buildRoomUrl, parsePresets } from 'react-whereby-embed/url';

interface Meeting {
  roomUrl: string;
  hostRoomUrl: string;
  viewerRoomUrl: string;
}

/** The room URL of a person with that preset. `file` is the content of presets.json. */
export function presetUrl(file: string, name: string, meeting: Meeting, displayName: string) {
  const preset = parsePresets(file)[name];
  if (!preset) throw new Error(`presets.json has no preset "${name}".`);
  const urls = { host: meeting.hostRoomUrl, visitor: meeting.roomUrl, viewer: meeting.viewerRoomUrl };
  return buildRoomUrl(urls[preset.role], { ...preset.params, displayName });
}
