import type { WherebyError } from '../errors/WherebyError.js';
import { MeetingLoading } from './MeetingLoading.js';
import type { MeetingProblemProps } from './MeetingProblem.js';
import { ProblemOnDemand } from './ProblemOnDemand.js';

/**
 * The package's panels as props of `WherebyEmbed`, all at once: `<WherebyEmbed {...meetingPanels} room={roomUrl} />`.
 * The panel for problems is loaded when there is one.
 */
export const meetingPanels = {
  loading: <MeetingLoading />,
  fallback: (
    error: WherebyError,
    { room, retry }: Pick<MeetingProblemProps, 'room'> & { readonly retry?: (() => void) | undefined },
  ) => <ProblemOnDemand error={error} room={room} onRetry={retry} />,
};
