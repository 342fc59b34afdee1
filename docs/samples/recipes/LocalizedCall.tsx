// LocalizedCall.tsx
import { WherebyEmbed, toWherebyLanguage } from 'react-whereby-embed';
import type { MeetingLabels } from 'react-whereby-embed';

const labels: Readonly<Record<string, Partial<MeetingLabels>>> = {
  de: { frameTitle: 'Besprechung', gettingRoom: 'Die Besprechung wird geöffnet …', tryAgain: 'Noch einmal' },
  fr: { frameTitle: 'Réunion', gettingRoom: 'Ouverture de la réunion…', tryAgain: 'Réessayer' },
};

/** The room, and what is shown around it, in the language of the person: a locale such as `de-AT`. */
export const LocalizedCall = ({ room, locale }: { room: string; locale: string }) => (
  <WherebyEmbed room={room} lang={toWherebyLanguage(locale)} labels={labels[new Intl.Locale(locale).language]} />
);
