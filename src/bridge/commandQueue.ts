import { WherebyError } from '../errors/WherebyError.js';
import type { WherebyErrorCode } from '../errors/WherebyError.js';
import { acceptsArgument } from '../protocol/acceptsArgument.js';
import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import { describeArgument } from '../protocol/describeArgument.js';
import type { CommandName, EventProp } from '../protocol/types.js';

type Post = (message: { command: string; args: readonly unknown[] }) => void;

interface Job extends Omit<CommandDefinition, 'args'> {
  readonly args: readonly unknown[];
  /** What the confirming event must report; undefined where any will do. */
  readonly target: unknown;
  sent?: boolean;
  /** Settles it: done, or failed with a code. */
  end(code?: WherebyErrorCode, cure?: string): void;
}

/**
 * The commands of one page to its room: queued until the room is ready, confirmed by its events.
 *
 * @param room answers how to post to the room, or undefined while there is none that is ready
 * @param stateOf answers what the room reported last by an event that tells a part of the meeting's state
 * @param onFailure is told why a command failed
 */
export function createCommandQueue(
  room: () => Post | undefined,
  stateOf: (prop: EventProp) => unknown,
  onFailure: (error: WherebyError) => void,
) {
  const jobs = new Set<Job>();
  const isSo = ({ confirm, target }: Job) => target !== undefined && stateOf(confirm!) === target;

  /** Sends what waits, in order, once there is a room. */
  const flush = () => {
    const post = room();
    for (const job of jobs) {
      if (!post || job.sent) continue;
      const { command, args, confirm, slow } = job;
      job.sent = true;
      post({ command, args });
      if (!confirm || isSo(job)) job.end();
      else
        setTimeout(
          () => job.end('COMMAND_TIMEOUT', `is ${location.origin} an allowed domain of the account?`),
          slow ? 60_000 : 10_000,
        );
    }
  };

  return {
    flush,
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
        if (!acceptsArgument(name, value)) return job.end('COMMAND_INVALID', `takes ${describeArgument(name)}`);
        jobs.add(job);
        flush();
      });
      promise.catch(onFailure);
      return promise;
    },
  };
}
