import type { NormalRoomParams } from '../../../params/types.js';
import type { Role } from '../../wire.js';
import { isHost, isViewer } from '../../core/roles.js';

/** What of the room matters to how it looks for one participant. */
export interface ViewFacts {
  readonly role: Role;
  readonly roomMode: 'normal' | 'group';
}

/** What a participant is shown: the one place where parameters become a page. */
export type RoomView = ReturnType<typeof buildRoomView>;

const TONES = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;

/** `1` to `5` from light to dark; the first is as yellow as none. */
const toneOf = (text: string | undefined): string => {
  const index = Number(text);
  return Number.isInteger(index) ? (TONES[index] ?? '') : (TONES.find((tone) => tone !== '' && tone === text) ?? '');
};

/** Decides from the parameters, the role and the kind of room what is shown. Pure. */
export function buildRoomView(params: NormalRoomParams, { role, roomMode }: ViewFacts) {
  const host = isHost(role);
  const viewer = isViewer(role);
  const minimal = params.minimal === true;
  /** Shown unless switched off; with `minimal` only if switched on. */
  const normally = (value: boolean | undefined) => value ?? !minimal;

  const top = {
    logo: normally(params.logo),
    participantCount: normally(params.participantCount),
    lock: host && normally(params.locking),
    settings: normally(params.settingsButton),
    quality: normally(params.callQualityMonitoring),
    timer: params.timer ?? false,
  };
  const added = top.logo || top.participantCount || top.lock || top.settings || top.quality || top.timer;
  const topToolbar = params.topToolbar ?? (minimal ? added : true);
  const recording = host && normally(params.recording);
  const breakout = host && roomMode === 'group' && normally(params.breakout);

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
    screenshare: !viewer && normally(params.screenshare),
    chat: normally(params.chat),
    chatDownload: params.chatDownload ?? true,
    people: params.people ?? true,
    reactions: normally(params.reactions),
    pip: normally(params.pipButton),
    breakout,
    groups: params.groups ?? [],
    more: normally(params.moreButton),
    leave: normally(params.leaveButton),
    recording,
    localRecording: host && params.recording === true,
    integrations: normally(params.roomIntegrations),
    help: normally(params.help),
    languagePicker: normally(params.localization),
    legend: !(params.hideLegend ?? false),
    invitation: normally(params.emptyRoomInvitation),

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
    tone: toneOf(params.emojiSkinTone),
    self: {
      displayName: params.displayName ?? '',
      avatarUrl: params.avatarUrl ?? null,
      externalId: params.externalId ?? null,
      metadata: params.metadata ?? null,
      microphone: !viewer && params.audio !== false,
      camera: !viewer && params.video !== false && params.cameraAccess !== false,
      cameraEffect: params.virtualBackgroundUrl ?? params.cameraEffect ?? null,
    },
  };
}
