import type { NormalRoomParams } from '../../../params/types.js';
import type { Role } from '../../wire.js';
import { isHost, isViewer } from '../../core/roles.js';

/** What the view depends on besides the parameters. */
export interface ViewFacts {
  readonly role: Role;
  /** False once the meeting is over: then nobody is host. */
  readonly isActive?: boolean | undefined;
  readonly roomMode: 'normal' | 'group';
}

/** What a participant is shown. The one place where parameters become a page. */
export type RoomView = ReturnType<typeof buildRoomView>;

const TONES = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;

/** The skin tone by its number from `1`, the lightest, to `5`, or by the modifier itself. `0` and anything else is none. */
const readSkinTone = (text: string | undefined): string => {
  const index = Number(text);
  return Number.isInteger(index) ? (TONES[index] ?? '') : (TONES.find((tone) => tone !== '' && tone === text) ?? '');
};

/** Decides what is shown. Pure. */
export function buildRoomView(params: NormalRoomParams, { role, roomMode, isActive = true }: ViewFacts) {
  const host = isActive && isHost(role);
  const viewer = isViewer(role);
  const minimal = params.minimal === true;
  /** Shown by default; with `minimal` only if switched on. */
  const isShown = (value: boolean | undefined) => value ?? !minimal;

  const top = {
    logo: isShown(params.logo),
    participantCount: isShown(params.participantCount),
    lock: host && isShown(params.locking),
    settings: isShown(params.settingsButton),
    quality: isShown(params.callQualityMonitoring),
    timer: params.timer ?? false,
  };
  const hasTop = top.logo || top.participantCount || top.lock || top.settings || top.quality || top.timer;
  const topToolbar = params.topToolbar ?? (minimal ? hasTop : true);
  const recording = host && isShown(params.recording);
  const breakout = host && roomMode === 'group' && isShown(params.breakout);

  return {
    host,
    viewer,
    minimal,
    lang: params.lang,
    topToolbar,
    bottomToolbar: params.bottomToolbar ?? true,
    toolbarText: params.toolbarText ?? true,
    toolbarDarkText: params.toolbarDarkText ?? false,
    logo: topToolbar && top.logo,
    participantCount: topToolbar && top.participantCount,
    lockButton: topToolbar && top.lock,
    settingsButton: topToolbar && top.settings,
    quality: topToolbar && top.quality,
    timerShown: topToolbar && top.timer,
    locking: host && params.locking !== false,

    microphone: !viewer,
    camera: !viewer && params.cameraAccess !== false,
    screenshare: !viewer && isShown(params.screenshare),
    chat: isShown(params.chat),
    chatDownload: params.chatDownload ?? true,
    people: isShown(params.people),
    reactions: isShown(params.reactions),
    pip: isShown(params.pipButton),
    breakout,
    groups: params.groups ?? [],
    more: isShown(params.moreButton),
    leave: isShown(params.leaveButton),
    recording,
    localRecording: host && params.recording === true,
    integrations: isShown(params.roomIntegrations),
    help: isShown(params.help),
    languagePicker: isShown(params.localization),
    legend: !(params.hideLegend ?? false),
    invitation: isShown(params.emptyRoomInvitation),

    background: params.background ?? true,
    floatSelf: params.floatSelf ?? false,
    autoHideSelf: (params.floatSelf ?? false) && (params.autoHideSelfView ?? false),
    autoSpotlight: host && (params.autoSpotlight ?? false),
    highlightSpeaker: params.highlightActiveSpeaker ?? true,
    subgridLabels: params.subgridLabels ?? false,

    permissionScreen: !viewer && params.skipMediaPermissionPrompt !== true,
    review: params.precallReview ?? true,
    ceremony: params.precallReview !== false && (params.precallCeremony ?? false) && !viewer,
    ceremonyCanSkip: params.precallCeremonyCanSkip ?? true,
    permissionsHelp: params.precallPermissionsHelpLink,
    cheerful: params.personality ?? true,

    processing: { echo: params.aec ?? true, gain: params.agc ?? true, noise: params.audioDenoiser ?? false },
    lowData: params.lowData ?? false,
    tone: readSkinTone(params.emojiSkinTone),
    self: {
      displayName: params.displayName ?? '',
      avatarUrl: params.avatarUrl ?? null,
      externalId: params.externalId || null,
      metadata: params.metadata ?? null,
      microphone: !viewer && params.audio !== false,
      camera: !viewer && params.video !== false && params.cameraAccess !== false,
      cameraEffect: params.virtualBackgroundUrl ?? params.cameraEffect ?? null,
    },
  };
}
