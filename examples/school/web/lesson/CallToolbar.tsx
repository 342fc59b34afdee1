import { Link } from 'react-router';
import type { BoardPerson, Lesson } from '../../shared/api.js';
import { Icon } from '../parts/Icon.js';
import { useTexts } from '../texts/useTexts.js';
import { ControlButton } from './ControlButton.js';
import { HandButton } from './HandButton.js';
import type { RoomFeatures } from './readRoomFeatures.js';

interface CallToolbarProps {
  readonly lesson: Lesson;
  readonly features: RoomFeatures;
  readonly people: readonly BoardPerson[];
}

/** The school's own toolbar. Its buttons are headless controls; the hand is the school's server's. */
export function CallToolbar({ lesson, features, people }: CallToolbarProps) {
  const t = useTexts();
  return (
    <div className="toolbar" role="group" aria-label={t.call.toolbar}>
      {features.microphone && <ControlButton name="microphone" />}
      {features.camera && <ControlButton name="camera" />}
      {features.screenshare && <ControlButton name="screenshare" />}
      {features.chat && <ControlButton name="chat" />}
      <HandButton lessonId={lesson.id} people={people} />
      {features.recording && lesson.recordingConsent === 'given' && <ControlButton name="recording" />}
      <Link className="tool" to={`/lessons/${lesson.id}/sheet`}>
        <Icon name="sheet" />
        <span>{t.sheet.title}</span>
      </Link>
      <ControlButton name="leave" isDanger />
      {features.end && <ControlButton name="end" isDanger />}
    </div>
  );
}
