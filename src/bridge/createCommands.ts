import { WherebyError } from '../errors.js';
import type { WherebyErrorCode } from '../errors.js';
import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import type { CommandName, EventProp } from '../protocol/types.js';

export interface CommandHandlers {
  /** Whether there is a room that takes commands. */
  isReady(): boolean;
  post(message: { command: string; args: readonly unknown[] }): void;
  /** What the room reported last by an event that tells a part of the meeting's state. */
  stateOf(prop: EventProp): unknown;
  onFailure(error: unknown): void;
}

interface Job extends Omit<CommandDefinition, 'args'> {
  readonly args: readonly unknown[];
  /** What the confirming event must report; undefined where any will do. */
  readonly target: unknown;
  sent?: boolean;
  /** Settles it: done, or failed with a code. */
  end(code?: WherebyErrorCode, cure?: string): void;
}

/** The commands of one page to its room: queued until the room is ready, confirmed by its events. */
export function createCommands({ isReady, post, stateOf, onFailure }: CommandHandlers) {
  const jobs = new Set<Job>();
  const isSo = ({ confirm, target }: Job) => target !== undefined && stateOf(confirm!) === target;

  const transmit = (job: Job) => {
    const { command, args, confirm, slow } = job;
    job.sent = true;
    post({ command, args });
    if (!confirm || isSo(job)) job.end();
    else
      setTimeout(
        () => job.end('COMMAND_TIMEOUT', `is ${location.origin} an allowed domain of the account?`),
        slow ? 60_000 : 10_000,
      );
  };

  return {
    /** Sends what waits, in order. */
    flush() {
      for (const job of jobs) if (!job.sent) transmit(job);
    },
    /** Rejects what the room has not confirmed, or everything: the frame is gone. */
    cancel(everything?: boolean) {
      for (const job of jobs) if (everything || job.sent) job.end('COMMAND_CANCELLED', 'the frame is gone');
    },
    /** Settles what an event confirms. */
    confirm(prop: EventProp) {
      for (const job of jobs) {
        const isOpen = job.target === undefined;
        if (!job.sent || job.confirm !== prop || !(isOpen || isSo(job))) continue;
        job.end();
        // Turned over twice, it is confirmed twice.
        if (isOpen) break;
      }
    },
    /** Ignoring the promise makes no unhandled rejection. */
    send(name: CommandName, argument?: unknown): Promise<void> {
      const definition: CommandDefinition = commands[name];
      const { argument: takes, status } = definition;
      const [first] = Array.isArray(takes) ? takes : [];
      // Put straight on a button, a method is called with the click: that is no argument.
      const value = (typeof argument === 'object' ? undefined : argument) ?? first;
      const isTaken = value === undefined || [takes].flat().some((one) => one === value || one === typeof value);

      const promise = new Promise<void>((resolve, reject) => {
        const job: Job = {
          ...definition,
          args: value === undefined ? [] : [value],
          target: status ?? value,
          end(code, cure) {
            jobs.delete(job);
            if (code) reject(new WherebyError(code, `${name}: ${cure}`));
            else resolve();
          },
        };
        if (!isTaken) return job.end('COMMAND_INVALID', `takes ${takes}`);
        jobs.add(job);
        if (isReady()) transmit(job);
      });
      promise.catch(onFailure);
      return promise;
    },
  };
}
