import type { DataFlow, Language } from '../../shared/api.js';

/** What leaves the school's servers: GET /api/privacy, and a page of the office. Keep it true when you change the code. */
export const dataFlows: Readonly<Record<Language, readonly DataFlow[]>> = {
  en: [
    {
      what: 'Name, language and a signed identifier of each person who enters a lesson',
      to: 'Whereby, in the room URL that the person’s browser opens',
      why: 'Others in the room see who is there, and webhooks say who came.',
      kept: 'As Whereby’s terms say; the identifier is a code without meaning outside the school.',
    },
    {
      what: 'Picture and sound of a lesson',
      to: 'Whereby’s media servers',
      why: 'That is the lesson.',
      kept: 'Not kept, unless everyone has agreed to a recording.',
    },
    {
      what: 'Recordings, transcripts and summaries',
      to: 'Whereby, until the school has them; then the school’s own folder or bucket',
      why: 'Students listen again.',
      kept: 'For the days that the lesson says, then deleted at Whereby and here, with a line in the log.',
    },
    {
      what: 'Begin and end of lessons, as names of rooms',
      to: 'Whereby',
      why: 'A room exists for the time of a lesson.',
      kept: 'The room is deleted fifteen minutes after the lesson.',
    },
  ],
  de: [
    {
      what: 'Name, Sprache und eine signierte Kennung von jedem, der in eine Stunde geht',
      to: 'Whereby, in der Adresse des Raums, die der Browser öffnet',
      why: 'Die anderen im Raum sehen, wer da ist, und Webhooks sagen, wer gekommen ist.',
      kept: 'Wie Wherebys Bedingungen es sagen; die Kennung ist ein Code, der außerhalb der Schule nichts bedeutet.',
    },
    {
      what: 'Bild und Ton einer Stunde',
      to: 'Wherebys Medienserver',
      why: 'Das ist die Stunde.',
      kept: 'Gar nicht, außer alle haben einer Aufnahme zugestimmt.',
    },
    {
      what: 'Aufnahmen, Abschriften und Zusammenfassungen',
      to: 'Whereby, bis die Schule sie hat; danach der eigene Ordner oder Speicher der Schule',
      why: 'Schüler hören noch einmal nach.',
      kept: 'So viele Tage, wie die Stunde sagt; danach bei Whereby und hier gelöscht, mit einer Zeile im Protokoll.',
    },
    {
      what: 'Beginn und Ende der Stunden, als Namen von Räumen',
      to: 'Whereby',
      why: 'Ein Raum besteht, solange eine Stunde dauert.',
      kept: 'Der Raum wird fünfzehn Minuten nach der Stunde gelöscht.',
    },
  ],
};
