import { useState } from 'react';
import type { Lesson } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Empty } from '../parts/Empty.js';
import { Failure } from '../parts/Failure.js';
import { Loading } from '../parts/Loading.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { Booking } from './Booking.js';
import { CancelDialog } from './CancelDialog.js';
import { LessonDialog } from './LessonDialog.js';
import { useLessonDays } from '../time/useLessonDays.js';

type Open = { readonly dialog: 'book' } | { readonly dialog: 'change' | 'cancel'; readonly lesson: Lesson };

/** Every lesson, by day. Books, changes and cancels. */
export function BookingsPage() {
  const { office } = useTexts();
  const { data: lessons, error, mutate } = useApi<readonly Lesson[]>('/api/lessons', { refreshInterval: 30_000 });
  const days = useLessonDays(lessons ?? []);
  const [open, setOpen] = useState<Open>();
  const [wasDone, setDone] = useState<string>();

  const close = () => setOpen(undefined);
  const finish = (text: string) => {
    close();
    setDone(text);
    void mutate();
  };

  return (
    <Page
      title={office.bookings.title}
      actions={
        <button type="button" className="button button-main" onClick={() => setOpen({ dialog: 'book' })}>
          {office.bookings.book}
        </button>
      }
    >
      <p role="status" className="done">
        {wasDone}
      </p>
      {error && <Failure failure={error} />}
      {!lessons && !error && <Loading />}
      {lessons?.length === 0 && <Empty icon="calendar">{office.bookings.none}</Empty>}
      {days.map(({ day, lessons }) => (
        <section key={day} className="day" aria-label={day}>
          <h2>{day}</h2>
          <ul className="bookings">
            {lessons.map((lesson) => (
              <Booking
                key={lesson.id}
                lesson={lesson}
                onChange={() => setOpen({ dialog: 'change', lesson })}
                onCancel={() => setOpen({ dialog: 'cancel', lesson })}
              />
            ))}
          </ul>
        </section>
      ))}
      {open?.dialog === 'book' && <LessonDialog onClose={close} onDone={() => finish(office.bookings.booked)} />}
      {open?.dialog === 'change' && (
        <LessonDialog lesson={open.lesson} onClose={close} onDone={() => finish(office.bookings.changed)} />
      )}
      {open?.dialog === 'cancel' && (
        <CancelDialog lesson={open.lesson} onClose={close} onDone={() => finish(office.bookings.cancelled)} />
      )}
    </Page>
  );
}
