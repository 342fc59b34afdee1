import { clsx } from 'clsx';
import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { MeetingOutlet, useMeeting, useRoomUrl } from 'react-whereby-embed';
import type { Lesson } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import { CallToolbar } from './CallToolbar.js';
import { ChatHint } from './ChatHint.js';
import { ClosedPage } from './ClosedPage.js';
import { ConnectionTrouble } from './ConnectionTrouble.js';
import { ConsentQuestion } from './ConsentQuestion.js';
import { KnockQueue } from './KnockQueue.js';
import { LessonPeople } from './LessonPeople.js';
import { MyKnock } from './MyKnock.js';
import { RecordingNotice } from './RecordingNotice.js';
import { readRoomFeatures } from './readRoomFeatures.js';
import { useLessonPeople } from './useLessonPeople.js';

interface CallProps {
  readonly lesson: Lesson;
  readonly onExit: () => void;
}

/** The call, with a toolbar of the school's own below it and its people beside it. */
export function Call({ lesson, onExit }: CallProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const room = useRoomUrl({ meetingId: lesson.id });
  const phase = useMeeting((meeting) => meeting.phase);
  const people = useLessonPeople(lesson.id);
  const features = readRoomFeatures(room);
  const isAsked = lesson.recordingConsent === 'asked' || lesson.recordingConsent === 'given';

  // The URL says whether its person may record, and the server lets them once everyone has agreed.
  const refresh = useEffectEvent(() => {
    if (room.status === 'ready') void room.refresh();
  });
  useEffect(() => {
    if (lesson.recordingConsent === 'given') refresh();
  }, [lesson.recordingConsent]);

  useEffect(() => {
    document.title = `${lesson.title} · ${t.school}`;
  }, [lesson.title, t.school]);

  const refusal = room.status === 'error' || room.status === 'expired' ? room.error.refusal : undefined;
  if (refusal && phase !== 'joined') return <ClosedPage lesson={lesson} refusal={refusal} />;
  return (
    <main className={clsx('call', phase === 'joined' && 'call-joined')}>
      <div className="call-stage">
        <div className="call-head">
          <h1>{lesson.title}</h1>
          <RecordingNotice lesson={lesson} />
        </div>
        <ConnectionTrouble />
        <MyKnock />
        <MeetingOutlet
          className="call-room"
          room={room}
          title={lesson.title}
          {...(isAsked && { consent: ({ accept }) => <ConsentQuestion lesson={lesson} onAnswered={accept} /> })}
          onExit={({ reason }) => {
            // The stay ends, and the same person is back in a moment.
            if (reason === 'reloaded') return;
            onExit();
            void navigate(`/lessons/${lesson.id}/goodbye/${reason}`);
          }}
        />
        {phase === 'joined' && features && <CallToolbar lesson={lesson} features={features} people={people} />}
        {features?.chat && <ChatHint />}
      </div>
      <aside className="call-side" aria-label={t.people}>
        <KnockQueue people={people} />
        <LessonPeople people={people} />
      </aside>
    </main>
  );
}
