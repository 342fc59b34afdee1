import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Lesson, LessonInput, Person } from '../../shared/api.js';
import { request } from '../client/request.js';
import { useAction } from '../client/useAction.js';
import { useApi } from '../client/useApi.js';
import { Dialog } from '../parts/Dialog.js';
import { Failure } from '../parts/Failure.js';
import { Loading } from '../parts/Loading.js';
import { useTexts } from '../texts/useTexts.js';
import { PeopleChoice } from './PeopleChoice.js';
import { TimeFields } from './TimeFields.js';
import { readLessonForm } from './readLessonForm.js';

interface LessonDialogProps {
  /** The lesson to change. Without it, a new one is booked. */
  readonly lesson?: Lesson;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Books a lesson, or changes one. */
export function LessonDialog({ lesson, onClose, onDone }: LessonDialogProps) {
  const { office, roles } = useTexts();
  const { data: people, error } = useApi<readonly Person[]>('/api/people');
  const { isRunning, failure, run } = useAction();
  const [hasNobody, setHasNobody] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input: LessonInput = readLessonForm(new FormData(event.currentTarget));
    setHasNobody(input.studentIds.length === 0);
    if (input.studentIds.length === 0) return;
    const save = () =>
      lesson ? request(`/api/lessons/${lesson.id}`, 'PATCH', input) : request('/api/lessons', 'POST', input);
    if (await run(save)) onDone();
  };

  const ofRole = (role: Person['role']) => people?.filter((person) => person.role === role) ?? [];
  const ids = (chosen: readonly Person[] = []) => chosen.map(({ id }) => id);

  return (
    <Dialog title={lesson ? office.form.changeTitle : office.form.bookTitle} onClose={onClose}>
      <Failure failure={error} />
      {!people && !error && <Loading />}
      {people && (
        <form className="form" onSubmit={(event) => void send(event)}>
          <label>
            {office.form.title}
            <input name="title" required maxLength={120} defaultValue={lesson?.title} />
          </label>
          <TimeFields lesson={lesson} />
          <label>
            {roles.teacher}
            <select name="teacher" required defaultValue={lesson?.teacher.id}>
              {ofRole('teacher').map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <PeopleChoice
            name="student"
            label={office.form.students}
            people={ofRole('student')}
            chosen={ids(lesson?.students)}
          />
          <PeopleChoice
            name="observer"
            label={office.form.observers}
            people={ofRole('parent')}
            chosen={ids(lesson?.observers)}
          />
          <label className="check">
            <input type="checkbox" name="record" defaultChecked={lesson ? lesson.recordingConsent !== 'none' : true} />
            {office.form.record}
          </label>
          <label>
            {office.form.keepDays}
            <input
              type="number"
              name="keepDays"
              min={1}
              max={365}
              required
              defaultValue={lesson?.keepRecordingDays ?? 30}
            />
          </label>
          {hasNobody && <p role="alert">{office.form.nobody}</p>}
          <Failure failure={failure} />
          <div className="dialog-actions">
            <button type="button" className="button" onClick={onClose}>
              {office.form.back}
            </button>
            <button type="submit" className="button button-main" disabled={isRunning}>
              {lesson ? office.form.save : office.bookings.book}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
