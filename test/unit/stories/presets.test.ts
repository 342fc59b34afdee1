import { buildRoomUrl, checkParams } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';
import { presets } from '../../../stories/presets/presets.js';

const room = 'https://acme.whereby.com/demo';

/** Written by hand: what a developer would read in the address bar. */
const expected: Readonly<Record<string, string>> = {
  minimal: '?minimal&background=off&chat=on',
  telehealth:
    '?precallReview=on&precallCeremony=on&precallCeremonyCanSkip=off&chatDownload=off&recording=off&people=off&logo=off&personality=off',
  classroom:
    '?breakout=on&groups=red,blue,green&people=on&participantCount=on&highlightActiveSpeaker=on&chat=on&reactions=on&audio=off',
  webinar: '?cameraAccess=off&audio=off&video=off&screenshare=off&precallReview=off&chat=on&people=off',
  salesDemo:
    '?logo=off&background=off&screenshare=on&timer=on&floatSelf&autoHideSelfView&roomIntegrations=off&cameraEffect=slight-blur',
  kiosk: '?displayName=Reception%20desk&skipMediaPermissionPrompt&precallReview=off&minimal&leaveButton=on',
  audioOnly: '?cameraAccess=off&video=off&screenshare=off&lowData=on&audioDenoiser=on',
  musicLesson: '?aec=off&agc=off&audioDenoiser=off&floatSelf&timer=on',
};

describe.each(presets.map((preset) => [preset.title, preset] as const))('the preset %s', (_, { name, params, why }) => {
  test('makes exactly the address it promises', () => {
    expect(buildRoomUrl(room, params)).toBe(room + expected[name]);
  });

  test('holds no wrong value, and nothing that has no effect', () => {
    expect(checkParams(params)).toEqual([]);
  });

  test('says of every parameter why it is set', () => {
    for (const param of Object.keys(params)) expect(why).toContain(`\`${param}\``);
    for (const [, named] of why.matchAll(/`(\w+)`/g))
      expect([...Object.keys(params), 'viewerRoomUrl']).toContain(named);
  });
});

test('every preset has an address written by hand', () => {
  expect(presets.map(({ name }) => name)).toEqual(Object.keys(expected));
});
