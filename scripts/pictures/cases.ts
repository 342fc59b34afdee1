import { params } from '../../src/params/registry.js';
import type { ParamName, RoomParams } from '../../src/params/types.js';

/** One frame of a picture: what is said of the parameter, and what the room is told. */
export interface PictureState {
  readonly label: string;
  readonly params: RoomParams;
}

export interface PictureCase {
  readonly name: ParamName;
  readonly states: readonly PictureState[];
  readonly role?: 'host' | 'viewer';
  /** Before joining rather than in the meeting. */
  readonly lobby?: boolean;
  /** Nobody else is there. */
  readonly alone?: boolean;
  /** Milliseconds in which nobody does anything before the picture is taken. */
  readonly idle?: number;
  /** Buttons to press until what the parameter is about can be seen. */
  readonly press?: readonly RegExp[];
  /** What is written in the chat once it is open. */
  readonly says?: string;
}

type Setting = Omit<PictureCase, 'name' | 'states'> & {
  /** Without which it has no effect. */
  readonly with?: RoomParams;
  /** What it is set to, where its kind does not say. */
  readonly sample?: string;
};

const lobby: Setting = { lobby: true, press: [/^Continue$/] };
const settings: Setting = { press: [/^Settings$/] };
const host: Setting = { role: 'host' };
const image = 'https://pictures.example/picture.png';

const setting: Partial<Record<ParamName, Setting>> = {
  displayName: { sample: 'Ada Lovelace' },
  avatarUrl: { sample: image, with: { video: false } },
  externalId: { sample: 'ada-1815', press: [/Sandbox/, /^Try$/] },
  metadata: { sample: 'plan=pro', press: [/Sandbox/, /^Try$/] },
  emojiSkinTone: { sample: '3', press: [/^React$/] },
  virtualBackgroundUrl: { sample: image },
  aec: settings,
  agc: settings,
  audioDenoiser: settings,
  lowData: { press: [/^Connection$/] },
  skipMediaPermissionPrompt: { lobby: true },
  autoHideSelfView: { with: { floatSelf: true }, idle: 4_000 },
  autoSpotlight: host,
  locking: host,
  recording: { ...host, press: [/^More$/] },
  breakout: host,
  groups: { ...host, press: [/^Groups$/] },
  chatDownload: { press: [/^Chat/], says: 'Hello' },
  subgridLabels: { press: [/^Share$/] },
  help: { press: [/^More$/] },
  roomIntegrations: { press: [/^More$/] },
  hideLegend: { press: [/^People/] },
  emptyRoomInvitation: { alone: true },
  localization: { press: [/^More$/] },
  precallReview: { ...lobby, with: { displayName: 'Ada' } },
  precallCeremony: lobby,
  precallCeremonyCanSkip: { ...lobby, with: { precallCeremony: true } },
  precallPermissionsHelpLink: { lobby: true, sample: 'https://pictures.example/help' },
  personality: lobby,
};

const samples = (name: ParamName, sample: string | undefined): readonly (readonly [string, unknown])[] => {
  const { kind, values = [] } = params[name];
  if (kind === 'toggle')
    return [
      ['on', true],
      ['off', false],
    ];
  if (kind === 'flag') return [['set', true]];
  if (kind === 'choice') return values.slice(-2).map((value) => [value, value]);
  if (kind === 'list') return [['red, blue', ['red', 'blue']]];
  return [[sample ?? 'text', sample ?? 'text']];
};

/** Of every parameter of the registry: not set, and each of its values (of many, two). */
export const pictureCases: readonly PictureCase[] = (Object.keys(params) as ParamName[]).map((name) => {
  const { with: base = {}, sample, ...rest } = setting[name] ?? {};
  return {
    name,
    ...rest,
    states: [
      { label: 'not set', params: base },
      ...samples(name, sample).map(([label, value]) => ({ label, params: { ...base, [name]: value } })),
    ],
  };
});
