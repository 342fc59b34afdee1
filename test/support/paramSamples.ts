import { params } from '../../src/params/registry.js';
import type { NormalRoomParams, ParamName } from '../../src/params/types.js';

/** Toggles that are off unless they are switched on; all others are on. */
const offByDefault: readonly ParamName[] = [
  'audioDenoiser',
  'lowData',
  'subgridLabels',
  'hideLegend',
  'timer',
  'precallCeremony',
  'recording',
];

/** Without these a parameter shows nothing. */
const beside: Partial<Record<ParamName, NormalRoomParams>> = {
  autoHideSelfView: { floatSelf: true },
  precallCeremonyCanSkip: { precallCeremony: true },
};

const texts: Partial<Record<ParamName, string>> = {
  emojiSkinTone: '3',
  avatarUrl: 'https://pictures.example/ada.png',
};

/** A value of a parameter that is not what a room does anyway, and what it needs beside it. */
export function otherThanUsual(name: ParamName): {
  readonly given: NormalRoomParams;
  readonly beside: NormalRoomParams;
} {
  const { kind, values } = params[name];
  const value =
    kind === 'toggle'
      ? offByDefault.includes(name)
      : kind === 'flag'
        ? true
        : kind === 'choice'
          ? values?.[0]
          : kind === 'list'
            ? ['red', 'blue']
            : (texts[name] ?? (kind === 'url' ? 'https://pictures.example/one' : 'sample'));
  return { given: { [name]: value }, beside: beside[name] ?? {} };
}
