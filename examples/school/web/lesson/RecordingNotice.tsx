import { useMeeting } from 'react-whereby-embed';
import type { Lesson } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';

/** Whether the lesson is being recorded, or why it is not. */
export function RecordingNotice({ lesson: { recordingConsent } }: { readonly lesson: Lesson }) {
  const { call } = useTexts();
  const recording = useMeeting((meeting) => meeting.recording);
  const isRecording = recording === 'started';
  return (
    <p className={isRecording ? 'recording-on' : 'soft'} role="status">
      {isRecording ? call.recording : call.consent[recordingConsent]}
    </p>
  );
}
