import type { WorldState } from './WorldState.js';

/** The state of an empty world. */
export const createWorldState = (): WorldState => ({
  meetings: {},
  count: 0,
  names: {},
  stays: {},
  sessions: {},
  recordings: {},
  transcriptions: {},
  summaries: {},
  jobs: [],
});
