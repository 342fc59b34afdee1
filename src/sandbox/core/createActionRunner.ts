import { longestTimer } from '../../time/startTimer.js';
import { buildRoomState } from './buildRoomState.js';
import { isActive } from './emitWebhooks.js';
import { runJob } from './jobs.js';
import { isHost } from './roles.js';
import type { WorldContext } from './WorldContext.js';
import type { Meeting } from './WorldState.js';

/**
 * Every change of the world is an action. What holds for each:
 *
 * 1. It sees a world in which everything that fell due before it has happened.
 * 2. Jobs run in order of time. When time is moved, the clock shows each job its own time.
 * 3. Pages get the state of a room at most once per action, when the action is complete.
 * 4. An action within an action is part of the outer one.
 * 5. Without any action, a timer runs what falls due.
 *
 * How: the outermost action first runs the due jobs, then the change. After that it sends the rooms that the jobs and
 * the change marked as changed, and sets the timer for the next job.
 */
export function createActionRunner(context: WorldContext, changed: Set<Meeting>) {
  const { clock } = context;
  let depth = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const runDueJobs = (until: number) => {
    for (let job = context.state.jobs[0]; job && job.at <= until; job = context.state.jobs[0]) {
      context.state.jobs.shift();
      if (job.at > clock.now()) clock.set(job.at);
      runJob(context, job);
    }
  };

  const sendChangedRooms = () => {
    for (const meeting of changed) {
      changed.delete(meeting);
      context.emit({ type: 'meeting', meetingId: meeting.meetingId });
      const pages = [...context.pages].filter((page) => page.meetingId === meeting.meetingId);
      for (const page of pages) {
        const role = page.participantId ? context.state.stays[page.participantId]?.role : undefined;
        page.send({
          type: 'room',
          room: buildRoomState(context, meeting, role !== undefined && isHost(role) && isActive(context, meeting)),
        });
      }
    }
  };

  const setTimer = () => {
    clearTimeout(timer);
    const next = context.state.jobs[0];
    if (!next || clock.frozen || isStopped) return;
    // A longer wait is taken in steps.
    timer = setTimeout(() => run(() => undefined), Math.min(Math.max(0, next.at - clock.now()), longestTimer));
    // A pending job must not keep a Node program alive. Timers of browsers have no `unref`.
    timer.unref?.();
  };

  const run = <Result>(change: () => Result): Result => {
    depth += 1;
    try {
      if (depth === 1) runDueJobs(clock.now());
      return change();
    } finally {
      if (depth === 1) {
        sendChangedRooms();
        setTimer();
      }
      depth -= 1;
    }
  };

  return {
    run,
    /** Moves the clock to a time, and runs every job that falls due on the way at its own time. */
    advanceTo(until: number) {
      run(() => {
        runDueJobs(until);
        if (until > clock.now()) clock.set(until);
      });
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
