import type { RoomParams } from 'react-whereby-embed';
import type { SandboxRole } from '../sandboxRoom.js';

export interface Preset {
  readonly name: string;
  readonly title: string;
  /** Why each parameter is as it is, in one paragraph. */
  readonly why: string;
  /** The role it is shown for. */
  readonly role: SandboxRole;
  readonly params: RoomParams;
}

/** Combinations to start from. */
export const presets: readonly Preset[] = [
  {
    name: 'minimal',
    title: 'Minimal',
    why: 'The page around the room has its own buttons, so `minimal` takes away the bars, the branding and the leave button; `background` off lets the page show through; `chat` on brings back the one panel the page does not have.',
    role: 'visitor',
    params: { minimal: true, background: false, chat: true },
  },
  {
    name: 'telehealth',
    title: 'Telehealth waiting room',
    why: 'Create the room locked, so that patients knock and the clinician lets them in. `precallReview` and `precallCeremony` make sure that camera and microphone work before the appointment, and `precallCeremonyCanSkip` off keeps anyone from skipping it. `chatDownload` and `recording` are off so that nothing said is kept; `people` is off because patients need no list; `logo` off and `personality` off keep the page the clinic’s own and its tone neutral.',
    role: 'visitor',
    params: {
      precallReview: true,
      precallCeremony: true,
      precallCeremonyCanSkip: false,
      chatDownload: false,
      recording: false,
      people: false,
      logo: false,
      personality: false,
    },
  },
  {
    name: 'classroom',
    title: 'Classroom with groups',
    why: '`breakout` and `groups` prepare three groups by name, for a room made in group mode; `people` and `participantCount` show who is there; `highlightActiveSpeaker` helps a full class to see who speaks; `chat` is for questions and `reactions` for answers; students start with `audio` off so that a lesson begins quietly.',
    role: 'host',
    params: {
      breakout: true,
      groups: ['red', 'blue', 'green'],
      people: true,
      participantCount: true,
      highlightActiveSpeaker: true,
      chat: true,
      reactions: true,
      audio: false,
    },
  },
  {
    name: 'webinar',
    title: 'Webinar viewer',
    why: 'For a meeting’s `viewerRoomUrl`. A viewer only watches: `cameraAccess` off means that the camera is not even asked for, `audio` and `video` off that nothing is sent, `screenshare` off that the button is gone. `precallReview` off takes them straight in; `chat` stays for questions; `people` is off because the audience need not see itself.',
    role: 'viewer',
    params: {
      cameraAccess: false,
      audio: false,
      video: false,
      screenshare: false,
      precallReview: false,
      chat: true,
      people: false,
    },
  },
  {
    name: 'salesDemo',
    title: 'Sales demo',
    why: '`logo` off leaves the brand to your page; `screenshare` and `timer` are what a demo lives from; `floatSelf` keeps your own picture out of the way in the corner and `autoHideSelfView` hides it when it is not needed; `background` off lets your page’s colours through; `roomIntegrations` off keeps YouTube and Miro out of a sales call; `cameraEffect` tidies the office behind you.',
    role: 'host',
    params: {
      logo: false,
      background: false,
      screenshare: true,
      timer: true,
      floatSelf: true,
      autoHideSelfView: true,
      roomIntegrations: false,
      cameraEffect: 'slight-blur',
    },
  },
  {
    name: 'kiosk',
    title: 'Kiosk',
    why: 'Nobody is there to explain anything: `skipMediaPermissionPrompt` and `precallReview` off go straight to the call, `displayName` is the place rather than a person, `minimal` leaves two buttons and `leaveButton` on adds the one that ends the call. It also hides settings, languages and further actions, so that one visitor cannot change what the next one finds.',
    role: 'visitor',
    params: {
      displayName: 'Reception desk',
      skipMediaPermissionPrompt: true,
      precallReview: false,
      minimal: true,
      leaveButton: true,
    },
  },
  {
    name: 'audioOnly',
    title: 'Audio only',
    why: '`cameraAccess` off: the browser is never asked for a camera, and `video` off says the same to a room where it was allowed before. `screenshare` off leaves no other picture to send; `lowData` spares mobile connections; `audioDenoiser` helps people who call from a car or a street.',
    role: 'visitor',
    params: { cameraAccess: false, video: false, screenshare: false, lowData: true, audioDenoiser: true },
  },
  {
    name: 'musicLesson',
    title: 'Music lesson',
    why: '`aec`, `agc` and `audioDenoiser` are off because each of them takes an instrument for noise: echo cancelling swallows held notes, gain control levels loud and soft, noise removal eats the overtones. Use headphones then. `floatSelf` leaves the whole picture to the other person’s hands, and `timer` on shows how much of the lesson is left.',
    role: 'visitor',
    params: { aec: false, agc: false, audioDenoiser: false, floatSelf: true, timer: true },
  },
];
