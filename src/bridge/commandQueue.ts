import { createError } from '../errors/createError.js';
import type { WherebyError } from '../errors/WherebyError.js';
import type { MeetingPhase } from '../meeting/MeetingState.js';
import { outcomeAfterMeeting } from '../meeting/outcomeAfterMeeting.js';
import { acceptsArgument } from '../protocol/acceptsArgument.js';
import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import { describeArgument } from '../protocol/describeArgument.js';
import type { CommandName, EventProp } from '../protocol/types.js';
import { startAwakeTimer } from '../time/startAwakeTimer.js';

/** How long a room may take to confirm a command, in milliseconds. */
const CONFIRM_WITHIN = 10_000;
/** The same where a person or a service must act first. */
const CONFIRM_SLOW_WITHIN = 60_000;

export interface CommandMessage {
  readonly command: string;
  readonly args: readonly unknown[];
}

export interface CommandQueueOptions {
  /** Posts a message to the room, or is undefined while no room is ready. */
  getPost(): ((message: CommandMessage) => void) | undefined;
  /** What the room last reported by an event that reports a part of the meeting's state. */
  getReported(prop: EventProp): unknown;
  /** Where the participant is. */
  getPhase(): MeetingPhase;
  /** Called with the reason when a command fails. */
  onFailure(error: WherebyError): void;
}

interface QueuedCommand {
  readonly name: CommandName;
  readonly definition: CommandDefinition;
  readonly message: CommandMessage;
  /** What the confirming event must report; undefined if any report confirms it. */
  readonly target: unknown;
  isSent: boolean;
  stopTimer?: () => void;
  settle(error?: WherebyError): void;
}

/** Of a list of values, the first is the default. */
const readDefault = ({ argument }: CommandDefinition) => (typeof argument === 'object' ? argument[0] : undefined);

/**
 * The commands of one page to its room.
 *
 * What it guarantees
 * 1. A command sent before the room is ready waits, and commands leave in the order in which they were sent.
 * 2. A command with a confirming event succeeds when the room reports it, at once if that is the state already;
 *    a command without one succeeds when it is posted.
 * 3. One event settles one toggle: a toggle without a value is confirmed by any report, so two of them need two.
 * 4. Nothing stays pending: a command fails with COMMAND_INVALID (its argument), COMMAND_TIMEOUT (no confirmation in
 *    time) or COMMAND_CANCELLED (its frame is gone, or the meeting is over and the room can no longer confirm it).
 * 5. What asks for the end of a meeting that is over succeeds at once, and is not sent: see `outcomeAfterMeeting`.
 * 6. A promise that nobody handles makes no unhandled rejection; `onFailure` is called in any case.
 */
export function createCommandQueue({ getPost, getReported, getPhase, onFailure }: CommandQueueOptions) {
  const queue = new Set<QueuedCommand>();

  const isReported = ({ definition, target }: QueuedCommand) =>
    target !== undefined && definition.confirm !== undefined && getReported(definition.confirm) === target;

  const cancel = (queued: QueuedCommand) => queued.settle(createError('COMMAND_CANCELLED', { command: queued.name }));

  /** Settles what the room need not do, or cannot do, because the meeting is over. Returns whether it did. */
  const settleAfterMeeting = (queued: QueuedCommand): boolean => {
    const outcome = outcomeAfterMeeting(queued.name, getPhase());
    if (outcome === 'done') queued.settle();
    else if (outcome) cancel(queued);
    return outcome !== undefined;
  };

  const post = (queued: QueuedCommand, postMessage: (message: CommandMessage) => void) => {
    if (settleAfterMeeting(queued)) return;
    queued.isSent = true;
    postMessage(queued.message);
    if (!queued.definition.confirm || isReported(queued)) return queued.settle();
    queued.stopTimer = startAwakeTimer(
      () => queued.settle(createError('COMMAND_TIMEOUT', { command: queued.name, origin: location.origin })),
      queued.definition.slow ? CONFIRM_SLOW_WITHIN : CONFIRM_WITHIN,
    );
  };

  /** Posts what waits, if a room is ready. */
  const flush = () => {
    const postMessage = getPost();
    if (!postMessage) return;
    for (const queued of queue) if (!queued.isSent) post(queued, postMessage);
  };

  return {
    flush,

    /** The frame is gone: rejects what it has not confirmed. What was not sent yet waits for the next frame. */
    cancelSent() {
      for (const queued of queue) if (queued.isSent) cancel(queued);
    },

    /** The meeting is gone: rejects everything. */
    cancelAll() {
      for (const queued of queue) cancel(queued);
    },

    /** Settles what an event confirms; call it when the meeting's state has the event's report. */
    confirm(prop: EventProp) {
      for (const queued of queue) {
        const { confirm, orConfirm } = queued.definition;
        if (!queued.isSent || (confirm !== prop && orConfirm !== prop)) continue;
        const acceptsAnyReport = queued.target === undefined;
        if (!acceptsAnyReport && !isReported(queued)) continue;
        queued.settle();
        if (acceptsAnyReport) break;
      }
      for (const queued of queue) {
        // The service does not document whether the room reports the end or the leave first.
        const mayBeConfirmed = queued.definition.confirm === 'onMeetingEnd' && getPhase() === 'left';
        if (queued.isSent && !mayBeConfirmed) settleAfterMeeting(queued);
      }
    },

    send(name: CommandName, argument?: unknown): Promise<void> {
      const definition: CommandDefinition = commands[name];
      // `onClick={ref.current.leaveRoom}` passes the event; ignore it.
      const given = typeof argument === 'object' ? undefined : argument;
      const value = given ?? readDefault(definition);

      const promise = new Promise<void>((resolve, reject) => {
        const queued: QueuedCommand = {
          name,
          definition,
          message: { command: definition.command, args: value === undefined ? [] : [value] },
          target: definition.status ?? value,
          isSent: false,
          settle(error) {
            queue.delete(queued);
            queued.stopTimer?.();
            if (error) reject(error);
            else resolve();
          },
        };
        if (!acceptsArgument(name, value))
          return queued.settle(createError('COMMAND_INVALID', { command: name, takes: describeArgument(name) }));
        // Not kept for the next frame, whose meeting it would end.
        if (outcomeAfterMeeting(name, getPhase()) === 'done') return queued.settle();
        queue.add(queued);
        flush();
      });
      promise.catch(onFailure);
      return promise;
    },
  };
}
