import { events } from '../protocol/events.js';
import type { EventDefinition } from '../protocol/types.js';
import type { MeetingState, RoomReport } from './MeetingState.js';

/** A room that has reported nothing yet, or no longer does. */
export const emptyReport = /* @__PURE__ */ (() => {
  const report: Record<string, unknown> = { participants: [] };
  for (const { state } of Object.values<EventDefinition<unknown>>(events)) if (state) report[state] = undefined;
  return report as unknown as RoomReport;
})();

/** All of a state but its commands, as it is where there is no frame. */
export const initialState: Omit<MeetingState, 'commands'> = /* @__PURE__ */ (() => ({
  ...emptyReport,
  phase: 'idle',
  reason: undefined,
  devicePermission: undefined,
  precall: undefined,
  error: undefined,
}))();
