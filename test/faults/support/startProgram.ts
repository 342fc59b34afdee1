import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';

export interface Program {
  readonly pid: number;
  /** The next line of its output. Rejects if it ends without one. */
  readLine(): Promise<string>;
  /** Writes a line to its input. */
  writeLine(line: string): void;
  /** Ends it at once, as nothing can prevent. Resolves when it has ended. */
  kill(): Promise<void>;
}

/** Starts a program of `test/faults/processes`. */
export function startProgram(name: string, ...args: readonly string[]): Program {
  const child = spawn(process.execPath, [join(inject('processes'), `${name}.js`), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid!,
    async readLine() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended without output`);
      return value;
    },
    writeLine(line) {
      child.stdin.write(`${line}\n`);
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
