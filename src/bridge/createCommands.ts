import { WherebyError } from '../errors.js';
import type { WherebyErrorCode } from '../errors.js';
import { commands } from '../protocol/commands.js';
import type { CommandDefinition } from '../protocol/commands.js';
import { events } from '../protocol/events.js';
import type { CommandName, EventDefinition, EventProp } from '../protocol/types.js';

/** Sends a message to the room; undefined while there is none that is ready. */
export type Post = ((message: { command: string; args: readonly unknown[] }) => void) | undefined;

interface Job {
  sent: boolean;
  send(post: NonNullable<Post>): void;
  /** Told of the state an event reports; true where that event can confirm no other command. */
  hear(prop: string, state: unknown): boolean;
  fail(code: WherebyErrorCode, cure: string): void;
}

/** The commands of one page to its room: queued until the room is ready, confirmed by its events. */
export function createCommands() {
  const jobs = new Set<Job>();
  const known: Record<string, unknown> = {};
  let post: Post;

  return {
    /** Sends what waits, in order, and from now on at once. */
    open(next: Post) {
      post = next;
      for (const job of jobs) if (post && !job.sent) job.send(post);
    },
    /** Rejects what the room has not confirmed, or everything: the frame is gone. */
    cancel(everything?: boolean) {
      post = undefined;
      for (const name in known) delete known[name];
      for (const job of jobs) if (everything || job.sent) job.fail('COMMAND_CANCELLED', 'the frame is gone');
    },
    /** Settles what an event confirms. */
    confirm(prop: EventProp, payload: unknown) {
      const { field = '' }: EventDefinition<unknown> = events[prop];
      const state = (known[prop] = (payload as Readonly<Record<string, unknown>> | null)?.[field]);
      for (const job of jobs) if (job.sent && job.hear(prop, state)) break;
    },
    /** Ignoring the promise makes no unhandled rejection. */
    send(name: CommandName, argument?: unknown) {
      const { command, argument: takes, confirm, status, slow }: CommandDefinition = commands[name];
      const promise = new Promise<void>((resolve, reject) => {
        const [first] = Array.isArray(takes) ? takes : [];
        // Put straight on a button, a method is called with the click: that is no argument.
        const value = (typeof argument === 'object' ? undefined : argument) ?? first;
        const target = status ?? value;
        const done = () => {
          jobs.delete(job);
          resolve();
        };
        const job: Job = {
          sent: false,
          send(to) {
            job.sent = true;
            to({ command, args: value === undefined ? [] : [value] });
            if (!confirm || (target !== undefined && known[confirm] === target)) done();
            else
              setTimeout(
                () => job.fail('COMMAND_TIMEOUT', `is ${location.origin} an allowed domain of the account?`),
                slow ? 60_000 : 10_000,
              );
          },
          hear(prop, state) {
            const isOpen = target === undefined;
            if (prop !== confirm || (!isOpen && state !== target)) return false;
            done();
            // Turned over twice, it is confirmed twice.
            return isOpen;
          },
          fail(code, cure) {
            jobs.delete(job);
            reject(new WherebyError(code, `${name}: ${cure}`));
          },
        };
        if (value !== undefined && ![takes].flat().some((one) => one === value || one === typeof value))
          return job.fail('COMMAND_INVALID', `takes ${takes}`);
        jobs.add(job);
        if (post) job.send(post);
      });
      promise.catch(() => undefined);
      return promise;
    },
  };
}
