import { buildRoomUrl, parseRoomUrl } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
import { expect, test } from 'vitest';

/** Every parameter with a value, and what of it the service's reference has in the URL. */
const written: { readonly [Name in ParamName]: readonly [value: NonNullable<RoomParams[Name]>, query: string] } = {
  displayName: ['Ada & Bo', 'displayName=Ada%20%26%20Bo'],
  avatarUrl: ['https://a.example/p.png', 'avatarUrl=https%3A%2F%2Fa.example%2Fp.png'],
  externalId: ['pupil-17', 'externalId=pupil-17'],
  metadata: ['class 7b', 'metadata=class%207b'],
  emojiSkinTone: ['3', 'emojiSkinTone=3'],
  audio: [false, 'audio=off'],
  video: [false, 'video=off'],
  cameraAccess: [false, 'cameraAccess=off'],
  cameraEffect: ['slight-blur', 'cameraEffect=slight-blur'],
  virtualBackgroundUrl: ['http://a.example/b?x=1', 'virtualBackgroundUrl=http%3A%2F%2Fa.example%2Fb%3Fx%3D1'],
  aec: [false, 'aec=off'],
  agc: [false, 'agc=off'],
  audioDenoiser: [true, 'audioDenoiser=on'],
  lowData: [true, 'lowData=on'],
  skipMediaPermissionPrompt: [true, 'skipMediaPermissionPrompt'],
  minimal: [true, 'minimal'],
  background: [false, 'background=off'],
  floatSelf: [true, 'floatSelf'],
  autoHideSelfView: [true, 'autoHideSelfView'],
  autoSpotlight: [true, 'autoSpotlight'],
  highlightActiveSpeaker: [false, 'highlightActiveSpeaker=off'],
  subgridLabels: [true, 'subgridLabels=on'],
  topToolbar: [false, 'topToolbar=off'],
  bottomToolbar: [false, 'bottomToolbar=off'],
  toolbarText: [false, 'toolbarText=off'],
  toolbarDarkText: [true, 'toolbarDarkText'],
  screenshare: [false, 'screenshare=off'],
  chat: [false, 'chat=off'],
  chatDownload: [false, 'chatDownload=off'],
  people: [false, 'people=off'],
  leaveButton: [false, 'leaveButton=off'],
  logo: [false, 'logo=off'],
  locking: [false, 'locking=off'],
  participantCount: [false, 'participantCount=off'],
  settingsButton: [false, 'settingsButton=off'],
  pipButton: [false, 'pipButton=off'],
  moreButton: [false, 'moreButton=off'],
  reactions: [false, 'reactions=off'],
  help: [false, 'help=off'],
  hideLegend: [true, 'hideLegend=on'],
  emptyRoomInvitation: [false, 'emptyRoomInvitation=off'],
  localization: [false, 'localization=off'],
  callQualityMonitoring: [true, 'callQualityMonitoring=on'],
  lang: ['zh-hant', 'lang=zh-hant'],
  breakout: [true, 'breakout=on'],
  groups: [['red', 'dark blue'], 'groups=red,dark%20blue'],
  timer: [true, 'timer=on'],
  precallReview: [false, 'precallReview=off'],
  precallCeremony: [true, 'precallCeremony=on'],
  precallCeremonyCanSkip: [true, 'precallCeremonyCanSkip=on'],
  precallPermissionsHelpLink: [
    'https://help.example/',
    'precallPermissionsHelpLink=https%3A%2F%2Fhelp.example%2F&precallPermissionHelpLink=https%3A%2F%2Fhelp.example%2F',
  ],
  personality: [false, 'personality=off'],
  recording: [false, 'recording=off'],
  roomIntegrations: [false, 'roomIntegrations=off'],
};

test.each(Object.entries(written))('%s is written and read as the service does', (name, [value, query]) => {
  const url = buildRoomUrl('https://acme.whereby.com/demo', { [name]: value });
  expect(url).toBe(`https://acme.whereby.com/demo?${query}`);
  expect(parseRoomUrl(url)).toMatchObject({ params: { [name]: value }, unknown: {}, issues: [] });
});
