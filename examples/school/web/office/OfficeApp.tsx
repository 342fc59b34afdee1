import { Navigate, Route, Routes } from 'react-router';
import { Header } from '../parts/Header.js';
import { NotFoundPage } from '../parts/NotFoundPage.js';
import { useTexts } from '../texts/useTexts.js';
import { BoardPage } from './BoardPage.js';
import { BookingsPage } from './BookingsPage.js';
import { PrivacyPage } from './PrivacyPage.js';
import { RecordingsPage } from './RecordingsPage.js';
import { ReportsPage } from './ReportsPage.js';
import { TimelinePage } from './TimelinePage.js';

/** The pages of the school's office. */
export function OfficeApp() {
  const { office } = useTexts();
  return (
    <>
      <Header
        links={[
          ['/office/lessons', office.bookings.title],
          ['/office/board', office.board.title],
          ['/office/reports', office.reports.title],
          ['/office/recordings', office.recordings.title],
          ['/office/privacy', office.privacy.title],
        ]}
      />
      <Routes>
        <Route path="/" element={<Navigate replace to="/office/lessons" />} />
        <Route path="/office" element={<Navigate replace to="/office/lessons" />} />
        <Route path="/office/lessons" element={<BookingsPage />} />
        <Route path="/office/lessons/:id" element={<TimelinePage />} />
        <Route path="/office/board" element={<BoardPage />} />
        <Route path="/office/reports" element={<ReportsPage />} />
        <Route path="/office/recordings" element={<RecordingsPage />} />
        <Route path="/office/privacy" element={<PrivacyPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  );
}
