import type { ParamName } from 'react-whereby-embed';
import { paramGroups } from '../../src/params/docs.generated.js';
import type { ParamEntry } from './paramList.js';

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
  lowData: 'bandwidth mobile slow connection quality resolution',
  skipMediaPermissionPrompt: 'allow camera microphone dialog webview',
  minimal: 'clean simple bare hide everything kiosk white label embed',
  background: 'transparent wallpaper colour color',
  floatSelf: 'self view own picture corner pip',
  autoHideSelfView: 'self view own picture',
  autoSpotlight: 'pin presenter speaker big',
  highlightActiveSpeaker: 'talking border active',
  subgridLabels: 'names small tiles',
  topToolbar: 'header bar navigation',
  bottomToolbar: 'footer bar buttons controls',
  toolbarText: 'labels captions icons',
  toolbarDarkText: 'black labels light background contrast',
  screenshare: 'share screen present presentation',
  chat: 'messages text',
  chatDownload: 'export save messages hipaa',
  people: 'participants list attendees members',
  leaveButton: 'hang up exit end quit',
  logo: 'watermark brand branding white label whereby',
  locking: 'lock private knock waiting room',
  participantCount: 'number how many',
  settingsButton: 'gear preferences devices',
  pipButton: 'picture in picture mini',
  moreButton: 'menu dots overflow',
  reactions: 'emoji thumbs up clap',
  help: 'support faq',
  emptyRoomInvitation: 'alone invite share link copy',
  localization: 'language picker translate',
  callQualityMonitoring: 'connection diagnostics network stats',
  lang: 'language locale translation german french norwegian',
  breakout: 'groups rooms split',
  groups: 'breakout rooms teams',
  timer: 'clock duration countdown',
  precallReview: 'lobby waiting check green room preview before joining',
  precallCeremony: 'device test check microphone camera speed',
  precallCeremonyCanSkip: 'skip test device check',
  precallPermissionsHelpLink: 'help blocked camera support',
  personality: 'tone jokes friendly formal neutral',
  recording: 'record cloud save video',
  roomIntegrations: 'youtube miro apps whiteboard',
};

/** Words of a wish that say nothing of what is wished: "hide the mic" is about the microphone. */
const fillers = new Set(
  'a an the to of on off in for my our their is be do how can i no not without with hide show remove disable enable turn set get make want don t button'.split(
    ' ',
  ),
);

const textsByName = new Map<string, string>();
function textOf({ name, summary, group }: ParamEntry): string {
  const known = textsByName.get(name);
  if (known !== undefined) return known;
  const title = paramGroups.find((one) => one.group === group)?.title ?? '';
  const text = `${name} ${synonyms[name] ?? ''} ${summary} ${title}`.toLowerCase();
  textsByName.set(name, text);
  return text;
}

/** The parameters that words are about, those first whose name or synonyms have them. All of them if there are no words. */
export function findParams(entries: readonly ParamEntry[], query: string): readonly ParamEntry[] {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !fillers.has(word));
  const wanted = telling.length ? telling : words;
  if (!wanted.length) return entries;
  return entries.filter((entry) => wanted.every((word) => textOf(entry).includes(word)));
}
