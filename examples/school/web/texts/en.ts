import { labelsEn } from 'react-whereby-embed';
import type { MeetingLabels } from 'react-whereby-embed';
import type { Consent, Language, LessonState, LinkProblem, RecordingState, SchoolRole } from '../../shared/api.js';
import type { ApiFailure } from '../client/ApiFailure.js';

const language = 'en' as Language;
const meeting: MeetingLabels = { ...labelsEn, frameTitle: 'Lesson', window: 'Lesson', back: 'Back to the lesson' };

const lessonStates: Readonly<Record<LessonState, string>> = {
  booked: 'Booked',
  open: 'Open',
  over: 'Over',
  cancelled: 'Cancelled',
};

const roles: Readonly<Record<SchoolRole | 'unknown', string>> = {
  office: 'Office',
  teacher: 'Teacher',
  student: 'Student',
  parent: 'Parent',
  unknown: 'Not known to the school',
};

const failures: Readonly<Record<ApiFailure['code'], string>> = {
  SIGN_IN_REQUIRED: 'Open the link that the school has sent you again.',
  LINK_INVALID: 'This link is not valid. Ask the school for a new one.',
  NOT_ALLOWED: 'This is not yours to see or change.',
  NOT_FOUND: 'There is no such thing any more.',
  INPUT_INVALID: 'Something that you have entered does not fit. Check it, please.',
  LESSON_TOO_EARLY: 'The lesson is not open yet.',
  LESSON_OVER: 'The lesson is over.',
  LESSON_CANCELLED: 'The lesson was cancelled.',
  ROOM_NOT_READY: 'The room of the lesson is being prepared. Try again in a moment.',
  SERVER_FAILED: 'Something went wrong at the school. Try again in a moment.',
  UNREACHABLE: 'The school cannot be reached. Check your connection, and try again.',
};

const linkProblems: Readonly<Record<LinkProblem, { title: string; help: (name: string) => string }>> = {
  unknown: {
    title: 'This link is not valid',
    help: () => 'It may be cut off, or older than the school’s data. Ask the office for a new one.',
  },
  used: {
    title: 'This link was used before',
    help: () => 'A link belongs to the first browser that opens it. Ask the office for one for this browser.',
  },
  'signed-in': {
    title: 'Somebody else is signed in here',
    help: (name) =>
      `${name ? `This browser is signed in as ${name}. ` : ''}Open the link in another browser or a private window, or sign out first.`,
  },
};

const consents: Readonly<Record<Consent, string>> = {
  none: 'This lesson is not recorded.',
  asked: 'Not recorded: not everyone has agreed yet.',
  given: 'Everyone has agreed to a recording.',
  refused: 'Not recorded: somebody did not agree.',
};

const recordingStates: Readonly<Record<RecordingState, string>> = {
  waiting: 'Waiting',
  downloading: 'Downloading',
  stored: 'Stored',
  deleted: 'Deleted',
};

/** Every text of the pages, in English. */
export const en = {
  language,
  meeting,
  lessonStates,
  roles,
  failures,
  school: 'Music school',
  pages: 'Pages',
  people: 'People',
  you: 'you',
  loading: 'One moment…',
  tryAgain: 'Try again',
  theme: { label: 'Colours', system: 'As the system', light: 'Light', dark: 'Dark' },
  unreachable: { title: 'The school does not answer' },
  signIn: {
    title: 'Open your link',
    help: 'You come in with the link that the school has sent you. If it does not work any more, ask the office for a new one.',
  },
  linkProblems,
  signOut: 'Sign out',
  notFound: {
    title: 'Nothing here',
    help: 'This page does not exist, or it is not yours.',
    back: 'To my pages',
  },
  personStates: {
    knocking: 'Knocks',
    present: 'There since',
    missing: 'Missing',
    away: 'Not there',
    hand: 'Hand raised',
  },

  office: {
    bookings: {
      title: 'Lessons',
      book: 'Book a lesson',
      none: 'No lesson is booked yet.',
      change: 'Change',
      cancel: 'Cancel',
      booked: 'The lesson is booked.',
      changed: 'The lesson is changed.',
      cancelled: 'The lesson is cancelled.',
      cancelTitle: 'Cancel this lesson?',
      cancelHelp: 'Its room is deleted, and nobody can join any more.',
      keep: 'Keep the lesson',
      cancelNow: 'Cancel the lesson',
    },
    form: {
      bookTitle: 'Book a lesson',
      changeTitle: 'Change the lesson',
      title: 'Title',
      starts: 'Begins',
      minutes: 'Minutes',
      timeZone: 'Time zone',
      students: 'Students',
      observers: 'Parents who listen',
      record: 'Ask whether the lesson may be recorded',
      keepDays: 'Days that a recording is kept',
      nobody: 'Choose at least one student.',
      back: 'Back',
      save: 'Save',
    },
    board: {
      title: 'Board',
      live: 'Live',
      notLive: 'Connecting…',
      none: 'No lesson is open now.',
      here: (here: number, all: number) => `${here} of ${all} there`,
    },
    timeline: {
      none: 'Nobody has been in this lesson.',
      confirmed: 'Checked against the service’s own records.',
      unconfirmed: 'As reported so far. The service’s own records come later and may correct it.',
      picture: 'Who was there, and the booked time behind it',
      stays: 'Stays',
      person: 'Person',
      role: 'Role',
      from: 'From',
      to: 'To',
      minutes: 'Minutes',
      notKnown: 'not known',
      stillThere: 'still there',
      events: (count: number) => `${count} events`,
    },
    reports: {
      title: 'Reports',
      month: 'Month',
      download: 'Download the month as CSV',
      hoursTitle: 'Hours per teacher',
      hours: 'Hours',
      none: 'No lesson was taught in this month.',
    },
    recordings: {
      title: 'Recordings',
      states: recordingStates,
      none: 'Nothing was recorded yet.',
      stored: (when: string) => `stored ${when}`,
      keptUntil: (when: string) => `kept until ${when}`,
      transcript: 'Transcript',
      file: 'Download',
      delete: 'Delete',
      deleteTitle: 'Delete this recording?',
      deleteHelp: 'It is deleted here and at the service, and cannot be brought back. The log keeps that it was there.',
      keep: 'Keep it',
      log: 'Log',
      noLog: 'Nothing was stored or deleted yet.',
    },
    privacy: {
      title: 'Privacy',
      lead: 'What leaves the school’s servers, to whom and why. For the school’s data protection.',
      to: 'To',
      why: 'Why',
      kept: 'Kept',
    },
  },

  myLessons: {
    title: 'My lessons',
    none: 'You have no lesson. The office books them.',
    with: (names: readonly string[]) => names.join(', '),
  },
  cancelled: {
    title: 'This lesson was cancelled',
    help: (title: string, when: string) => `“${title}” on ${when} does not take place. The office knows more.`,
  },
  over: {
    title: 'This lesson is over',
    help: (title: string, when: string) => `“${title}” has ended on ${when}.`,
  },
  closed: (when: string) => `You can go in from ${when}. Stay here, and the room opens by itself.`,
  waiting: {
    title: 'Waiting room',
    enter: 'Go in',
    early: (minutes: number) => `The lesson begins in ${minutes} min. You can go in a quarter of an hour before.`,
    earlyDay: (when: string) => `The lesson begins on ${when}. You can go in a quarter of an hour before.`,
    soon: (minutes: number) => `The lesson begins in ${minutes} min. You can go in.`,
    now: 'The lesson begins. Go in.',
    late: (minutes: number) => `The lesson began ${minutes} min ago. Go in, the others know that you are late.`,
  },
  devices: {
    title: 'Camera and microphone',
    start: 'Check them',
    again: 'Check again',
    stop: 'Turn them off',
    missing: 'No camera or microphone was found. Connect one, or join and listen.',
    picture: 'What your camera sees',
    level: 'Microphone: say something',
    local: 'This stays on your device.',
  },
  consent: {
    title: 'May this lesson be recorded?',
    text: (days: number) =>
      `A recording shows everyone who takes part. It is for you to practise with, and is deleted after ${days} days. It is only made if everyone agrees.`,
    agree: 'Agree and go in',
    refuse: 'Go in, do not record',
  },
  call: {
    toolbar: 'Lesson controls',
    hand: 'Raise hand',
    notDone: (control: string) => `“${control}” did not work. Try again.`,
    recording: 'This lesson is being recorded',
    consent: consents,
    offline: 'There is no connection. You are back in as soon as it is there again; nothing needs to be done.',
    unstable: 'The connection is weak. It helps to turn your camera off.',
    reload: 'Reload the call',
    chatHint: 'You can also write: the chat is for links and questions.',
    gotIt: 'Got it',
    knocks: 'Someone knocks',
    letIn: 'Let them in with the button in the call.',
    knocking: 'The teacher knows that you are here.',
    stopKnocking: 'Stop knocking',
  },
  controls: {
    microphone: 'Microphone',
    camera: 'Camera',
    screenshare: 'Share screen',
    chat: 'Chat',
    recording: 'Record',
    leave: 'Leave',
    end: 'End for all',
  },
  sheet: {
    title: 'Sheet music',
    back: 'To the lesson',
    piece: 'Ode to Joy',
  },
  goodbye: {
    title: 'Lesson',
    question: 'How was the lesson?',
    ratings: ['Bad', 'Not so good', 'All right', 'Good', 'Very good'],
    more: 'Anything else? (optional)',
    send: 'Send',
    thanks: 'Thank you. The office reads it.',
  },
};

export type Texts = typeof en;
