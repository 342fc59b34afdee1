import type { ParamName } from 'react-whereby-embed';
import { paramGroups } from '../../src/params/docs.generated.js';
import type { ParamEntry } from './paramList.js';
import { splitQuery } from './splitQuery.js';

/** What people call a parameter, besides its name and its sentence. */
const synonyms: Readonly<Partial<Record<ParamName, string>>> = {
  displayName: 'username nickname title label',
  avatarUrl: 'photo image profile picture',
  externalId: 'user id customer reference',
  metadata: 'custom data tag',
  audio: 'mic microphone mute muted mute on entry silent sound',
  video: 'camera webcam picture start without camera',
  cameraAccess: 'webcam audio only no video permission',
  cameraEffect: 'blur background filter virtual background',
  virtualBackgroundUrl: 'wallpaper backdrop image background',
  aec: 'echo cancellation music',
  agc: 'gain volume loudness music',
  audioDenoiser: 'noise cancelling suppression krisp mic',
  lowData: 'bandwidth mobile slow connection quality resolution data saver',
  skipMediaPermissionPrompt: 'allow camera microphone dialog webview',
  minimal: 'clean simple bare hide everything kiosk white label embed',
  background: 'transparent wallpaper colour color',
  floatSelf: 'self view own picture corner pip me',
  autoHideSelfView: 'self view own picture',
  autoSpotlight: 'pin presenter speaker big',
  highlightActiveSpeaker: 'talking border active',
  subgridLabels: 'names small tiles grid gallery',
  topToolbar: 'header bar navigation',
  bottomToolbar: 'footer bar buttons controls',
  toolbarText: 'labels captions icons',
  toolbarDarkText: 'black labels light background contrast dark',
  screenshare: 'share screen present presentation',
  chat: 'messages text',
  chatDownload: 'export save messages hipaa',
  people: 'participants list attendees members',
  leaveButton: 'hang up exit end call quit leave',
  logo: 'watermark brand branding white label whereby',
  locking: 'lock private knock waiting room',
  participantCount: 'number how many',
  settingsButton: 'gear preferences devices',
  pipButton: 'picture in picture mini',
  moreButton: 'menu dots overflow',
  reactions: 'emoji thumbs up clap raise hand',
  help: 'support faq',
  emptyRoomInvitation: 'alone invite share link copy',
  localization: 'language picker translate',
  callQualityMonitoring: 'connection diagnostics network stats',
  lang: 'language locale translation german french norwegian',
  breakout: 'groups rooms split',
  groups: 'breakout rooms teams',
  timer: 'clock duration countdown',
  precallReview: 'lobby waiting check green room preview before joining prejoin autojoin join at once',
  precallCeremony: 'device test check microphone camera speed',
  precallCeremonyCanSkip: 'skip test device check',
  precallPermissionsHelpLink: 'help blocked camera support',
  personality: 'tone jokes friendly formal neutral',
  recording: 'record cloud save video capture stream',
  roomIntegrations: 'youtube miro apps whiteboard',
};

interface ParamTexts {
  /** What it is called: its name and what people say instead. */
  readonly names: string;
  /** All that is said of it. */
  readonly all: string;
}

const textsByName = new Map<string, ParamTexts>();
function textsOf({ name, summary, group }: ParamEntry): ParamTexts {
  const known = textsByName.get(name);
  if (known !== undefined) return known;
  const title = paramGroups.find((one) => one.group === group)?.title ?? '';
  const names = `${name} ${synonyms[name] ?? ''}`.toLowerCase();
  const texts = { names, all: `${names} ${summary} ${title}`.toLowerCase() };
  textsByName.set(name, texts);
  return texts;
}

/** How many of the words begin one of its names. */
const countNames = (entry: ParamEntry, words: readonly string[]): number =>
  words.filter((word) => ` ${textsOf(entry).names}`.includes(` ${word}`)).length;

/**
 * The parameters that words are about, those first that are called exactly so. If none has all of the words: those that are
 * called by most of them. All of them if there are no words.
 */
export function findParams(entries: readonly ParamEntry[], query: string): readonly ParamEntry[] {
  const { words, wanted } = splitQuery(query);
  if (!wanted.length) return entries;
  const phrase = words.join(' ');
  const rank = (entry: ParamEntry): number => {
    const { names } = textsOf(entry);
    return names.includes(phrase) ? 0 : wanted.every((word) => names.includes(word)) ? 1 : 2;
  };
  const found = entries.filter((entry) => wanted.every((word) => textsOf(entry).all.includes(word)));
  if (found.length) return found.toSorted((one, other) => rank(one) - rank(other));
  const most = Math.max(...entries.map((entry) => countNames(entry, wanted)));
  return most ? entries.filter((entry) => countNames(entry, wanted) === most) : [];
}
