import { useState } from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router';
import { MeetingProvider, RoomsProvider } from 'react-whereby-embed';
import { usePerson } from '../client/usePerson.js';
import { Header } from '../parts/Header.js';
import { NotFoundPage } from '../parts/NotFoundPage.js';
import { SheetPage } from '../sheet/SheetPage.js';
import { useTexts } from '../texts/useTexts.js';
import { GoodbyePage } from './GoodbyePage.js';
import { LessonPage } from './LessonPage.js';
import { MyLessonsPage } from './MyLessonsPage.js';

/**
 * The pages of teachers, students and parents. The provider is around all of them, so that a call goes on, floating,
 * while somebody looks at another page.
 */
export function ParticipantApp() {
  const t = useTexts();
  const { id } = usePerson();
  const navigate = useNavigate();
  /** The lesson whose call this person is in, or about to be in. */
  const [enteredId, setEnteredId] = useState<string>();
  return (
    <RoomsProvider key={id} endpoint="/api">
      <MeetingProvider persist confirmUnload labels={t.meeting} onReturn={(to) => void navigate(to)}>
        <Header links={[['/lessons', t.myLessons.title]]} />
        <Routes>
          <Route path="/" element={<Navigate replace to="/lessons" />} />
          <Route path="/lessons" element={<MyLessonsPage />} />
          <Route
            path="/lessons/:id"
            element={<LessonPage enteredId={enteredId} onEnter={setEnteredId} onExit={() => setEnteredId(undefined)} />}
          />
          <Route path="/lessons/:id/sheet" element={<SheetPage />} />
          <Route path="/lessons/:id/goodbye/:reason" element={<GoodbyePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </MeetingProvider>
    </RoomsProvider>
  );
}
