import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { request } from 'node:http';
import { stripVTControlCharacters } from 'node:util';

type Variables = Readonly<Record<string, string>>;

/** A long-running command. */
export interface RunningCommand {
  /** Everything it has printed. */
  readOutput(): string;
  /** Waits until it has printed what matches, and returns that; fails if it ends before. */
  waitForOutput(pattern: RegExp): Promise<string>;
  /** Waits until it responds at the port; fails if it ends before. */
  waitForPort(port: number): Promise<void>;
  /** Ends it and what it has started. */
  stop(): Promise<void>;
}

/** Whether anything responds to a request, with whatever status. */
const responds = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    request({ port, host: 'localhost', path: '/' }, (response) => {
      response.resume();
      resolve(true);
    })
      .on('error', () => resolve(false))
      .end();
  });

/** Runs an app's commands in its folder, with a log of all that they print. */
export class Shell {
  constructor(
    readonly folder: string,
    readonly logFile: string,
    private readonly variables: Variables = {},
  ) {}

  private spawn(command: string, variables: Variables) {
    appendFileSync(this.logFile, `\n$ ${command}\n`);
    // A group of its own: a package script is a shell that starts the server.
    const child = spawn(command, {
      cwd: this.folder,
      shell: true,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...withoutNpmSettings(process.env), ...this.variables, ...variables },
    });
    let output = '';
    const note = (chunk: Buffer) => {
      const text = stripVTControlCharacters(chunk.toString());
      output += text;
      appendFileSync(this.logFile, text);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
    return { child, ended, readOutput: () => output };
  }

  /**
   * Runs a command to its end.
   * @returns what it printed
   * @throws Error with the end of what it printed, if it fails
   */
  async run(command: string, variables: Variables = {}): Promise<string> {
    const { ended, readOutput } = this.spawn(command, variables);
    const code = await ended;
    if (code !== 0) throw new Error(`"${command}" ended with code ${code}:\n${readOutput().slice(-3000)}`);
    return readOutput();
  }

  start(command: string, variables: Variables = {}): RunningCommand {
    const { child, ended, readOutput } = this.spawn(command, variables);
    let hasEnded = false;
    void ended.then(() => (hasEnded = true));
    return {
      readOutput,
      async waitForOutput(pattern) {
        for (;;) {
          const [match] = pattern.exec(readOutput()) ?? [];
          if (match !== undefined) return match;
          if (hasEnded)
            throw new Error(`"${command}" ended before it printed ${pattern}:\n${readOutput().slice(-3000)}`);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      },
      async waitForPort(port) {
        while (!(await responds(port))) {
          if (hasEnded) throw new Error(`"${command}" ended before it responded:\n${readOutput().slice(-3000)}`);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      },
      async stop() {
        if (!hasEnded) process.kill(-child.pid!, 'SIGTERM');
        const timer = setTimeout(() => !hasEnded && process.kill(-child.pid!, 'SIGKILL'), 5_000);
        await ended;
        clearTimeout(timer);
      },
    };
  }
}

/** npm passes its settings and this project's bins to what it runs; an app's own npm must not get them. */
function withoutNpmSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const path = (environment['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
  const kept = Object.entries(environment).filter(([name]) => !/^(npm_|NODE_ENV$|NODE_OPTIONS$|VITEST)/i.test(name));
  return { ...Object.fromEntries(kept), PATH: path.join(':') };
}
