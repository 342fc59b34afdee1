import { Link } from 'react-router';
import type { Lesson } from '../../shared/api.js';
import { usePerson } from '../client/usePerson.js';
import { LessonTime } from '../parts/LessonTime.js';
import { Page } from '../parts/Page.js';
import { PersonState } from '../parts/PersonState.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';
import { DeviceCheck } from './DeviceCheck.js';
import { StartNotice } from './StartNotice.js';
import { useLessonPeople } from './useLessonPeople.js';

interface WaitingRoomProps {
  readonly lesson: Lesson;
  readonly onEnter: () => void;
}

/** Before the call: when it begins, who is there, and whether camera and microphone work. */
export function WaitingRoom({ lesson, onEnter }: WaitingRoomProps) {
  const t = useTexts();
  const { day } = useFormats();
  const me = usePerson();
  const people = useLessonPeople(lesson.id);
  const isOpen = lesson.state === 'open';
  return (
    <Page title={lesson.title}>
      <p className="soft">
        {day(lesson.startsAt)}, <LessonTime lesson={lesson} />
      </p>
      <div className="waiting">
        <section className="card" aria-labelledby="waiting-start">
          <h2 id="waiting-start">{t.waiting.title}</h2>
          <StartNotice lesson={lesson} />
          {people.length > 0 && (
            <ul className="person-list" aria-label={t.people}>
              {people.map((person, index) => (
                <PersonState key={person.id ?? index} person={person} isMe={person.id === me.id} />
              ))}
            </ul>
          )}
          <div className="card-actions">
            {/* Not `disabled`: the button keeps the focus, and says why it does nothing yet. */}
            <button
              type="button"
              className="button button-main button-large"
              aria-disabled={!isOpen}
              aria-describedby="start-notice"
              onClick={() => isOpen && onEnter()}
            >
              {t.waiting.enter}
            </button>
            <Link className="button button-large" to={`/lessons/${lesson.id}/sheet`}>
              {t.sheet.title}
            </Link>
          </div>
        </section>
        <DeviceCheck />
      </div>
    </Page>
  );
}
