import type { WherebyError } from '../errors/WherebyError.js';
import { MeetingLoading } from './MeetingLoading.js';
import { MeetingProblem } from './MeetingProblem.js';
import type { MeetingProblemProps } from './MeetingProblem.js';

/**
 * The package's panels as props of `WherebyEmbed`, all at once: `<WherebyEmbed {...meetingPanels} room={roomUrl} />`.
 * They are loaded when the first of them is shown.
 */
export const meetingPanels = {
  loading: <MeetingLoading />,
  fallback: (
    error: WherebyError,
    { room, retry }: Pick<MeetingProblemProps, 'room'> & { readonly retry?: (() => void) | undefined },
  ) => <MeetingProblem error={error} room={room} onRetry={retry} />,
};
