import type {
  Board,
  DataFlow,
  Lesson,
  Person,
  RecordingLogEntry,
  SchoolRecording,
  TeacherHours,
  Timeline,
} from '../../../examples/school/shared/api.js';

const minute = 60_000;
const now = Date.parse('2026-11-28T15:20:00Z');
const at = (minutes: number) => new Date(now + minutes * minute).toISOString();

const nora: Person = { id: 'office', name: 'Nora Office', role: 'office', language: 'en' };
const anna: Person = { id: 'anna', name: 'Anna Berg', role: 'teacher', language: 'de' };
const tom: Person = { id: 'tom', name: 'Tom Hale', role: 'teacher', language: 'en' };
const mia: Person = { id: 'mia', name: 'Mia Lind', role: 'student', language: 'de' };
const leo: Person = {
  id: 'leo',
  name: 'Maximiliana Wolfeschlegelsteinhausen-Bergerdorff',
  role: 'student',
  language: 'en',
};
const eva: Person = { id: 'eva', name: 'Eva Lind', role: 'parent', language: 'de' };

const piano: Lesson = {
  id: 'piano',
  title: 'Piano',
  startsAt: at(5),
  endsAt: at(50),
  timeZone: 'Europe/Berlin',
  teacher: tom,
  students: [mia, leo],
  observers: [eva],
  state: 'open',
  recordingConsent: 'asked',
  keepRecordingDays: 30,
};

const lessons: readonly Lesson[] = [
  piano,
  {
    ...piano,
    id: 'late',
    title: 'Cello, second year',
    startsAt: at(-12),
    endsAt: at(33),
    students: [leo],
    observers: [],
  },
  { ...piano, id: 'early', title: 'Violin', startsAt: at(90), endsAt: at(120), teacher: anna, state: 'booked' },
  { ...piano, id: 'over', title: 'Singing', startsAt: at(-300), endsAt: at(-255), state: 'over' },
  {
    ...piano,
    id: 'cancelled',
    title: 'Music theory for beginners',
    startsAt: at(1500),
    endsAt: at(1545),
    state: 'cancelled',
  },
];

const board: Board = {
  lessons: [
    {
      id: 'piano',
      title: 'Piano',
      startsAt: at(5),
      people: [
        { ...tom, present: true, since: at(-3), knocking: false, missing: false, handRaised: false },
        { ...mia, present: true, since: at(-1), knocking: false, missing: false, handRaised: true },
        { ...leo, present: false, knocking: true, missing: false, handRaised: false },
        { ...eva, present: false, knocking: false, missing: false, handRaised: false },
      ],
    },
    {
      id: 'late',
      title: 'Cello, second year',
      startsAt: at(-12),
      people: [
        { ...tom, present: false, knocking: false, missing: true, handRaised: false },
        { ...leo, present: true, since: at(-10), knocking: false, missing: false, handRaised: false },
        {
          id: null,
          name: '<b>Someone</b>',
          role: 'unknown',
          present: false,
          knocking: true,
          missing: false,
          handRaised: false,
        },
      ],
    },
  ],
};

const timeline: Timeline = {
  isReconciled: true,
  stays: [
    { personId: 'tom', name: tom.name, role: 'teacher', from: at(-303), to: at(-254), minutes: 49 },
    { personId: 'mia', name: mia.name, role: 'student', from: at(-298), to: at(-270), minutes: 28 },
    { personId: 'mia', name: mia.name, role: 'student', from: at(-268), to: at(-255), minutes: 13 },
    { personId: null, name: 'Guest', role: 'unknown', from: at(-290), to: at(-289), minutes: 1 },
  ],
  events: [
    { id: '1', type: 'room.client.joined', at: at(-303), personId: 'tom', name: tom.name },
    { id: '2', type: 'room.client.knocked', at: at(-299), personId: 'mia', name: mia.name },
  ],
};

const recordings: readonly SchoolRecording[] = [
  {
    id: 'recording-1',
    lessonId: 'over',
    state: 'stored',
    size: 184_000_000,
    storedAt: at(-250),
    deleteAt: at(43_000),
    summary: 'Breathing, then the first verse of “Die Forelle”.',
    transcript: 'Tom: Once more from bar nine.\nMia: With or without the upbeat?',
  },
  { id: 'recording-2', lessonId: 'piano', state: 'downloading', size: 2_400_000, storedAt: null, deleteAt: null },
  { id: 'recording-3', lessonId: 'late', state: 'deleted', size: 0, storedAt: at(-90_000), deleteAt: at(-100) },
];

const log: readonly RecordingLogEntry[] = [
  { at: at(-250), recordingId: 'recording-1', lessonId: 'over', what: 'stored' },
  { at: at(-100), recordingId: 'recording-3', lessonId: 'late', what: 'deleted at the service and here' },
];

const hours: readonly TeacherHours[] = [
  { teacherId: 'anna', name: anna.name, hours: 21.75 },
  { teacherId: 'tom', name: tom.name, hours: 34.5 },
];

const privacy: readonly DataFlow[] = [
  { what: 'Picture and sound', to: 'Whereby', why: 'The lesson', kept: 'Not at all, unless the lesson is recorded' },
  {
    what: 'Name',
    to: 'Whereby',
    why: 'So that the others see who somebody is',
    kept: 'As long as Whereby keeps sessions',
  },
];

/** What the school's server would answer at twenty past three: something of everything. */
export const answers: Readonly<Record<string, unknown>> = {
  '/api/people': [nora, anna, tom, mia, leo, eva],
  '/api/lessons': lessons,
  ...Object.fromEntries(lessons.map((lesson) => [`/api/lessons/${lesson.id}`, lesson])),
  '/api/lessons/over/timeline': timeline,
  '/api/board': board,
  '/api/recordings': recordings,
  '/api/recordings/log': log,
  '/api/reports/hours': hours,
  '/api/privacy': privacy,
};

/** Who can look at the pages. */
export const viewers = { nora, tom, mia, leo } as const;

/** The time at which the answers were given. */
export const answeredAt = now;
