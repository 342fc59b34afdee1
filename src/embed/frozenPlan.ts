import type { FramePlan } from './planFrame.js';

/**
 * Which plan the frame follows. A live call is never reloaded by a render: from `join` on, changed parameters wait for
 * the next load. Only another room is another meeting, and is loaded at once.
 *
 * @param frozen the plan that was in force when the participant joined; undefined before that
 * @param wanted the plan of the current props
 */
export function planInForce(frozen: FramePlan | undefined, wanted: FramePlan): FramePlan {
  if (!frozen) return wanted;
  // A running call survives a temporarily invalid `room`, which has no base.
  const isSameMeeting = wanted.base === undefined || wanted.base === frozen.base;
  return isSameMeeting ? frozen : wanted;
}
