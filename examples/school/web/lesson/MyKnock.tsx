import { useMeetingControl } from 'react-whereby-embed';
import { Notice } from '../parts/Notice.js';
import { useTexts } from '../texts/useTexts.js';

/** For whoever knocks: the teacher knows. */
export function MyKnock() {
  const { call } = useTexts();
  const { enabled, props } = useMeetingControl('knock', { label: call.stopKnocking });
  if (!enabled) return null;
  return (
    <Notice icon="knock" role="status">
      {call.knocking}{' '}
      <button {...props} className="link">
        {call.stopKnocking}
      </button>
    </Notice>
  );
}
