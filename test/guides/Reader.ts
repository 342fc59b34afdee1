import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Shell } from '../consumers/harness/Shell.js';
import type { RunningCommand } from '../consumers/harness/Shell.js';
import type { Step } from './readSteps.js';

const firstUrl = /https?:\/\/(?:localhost|127\.0\.0\.1):\d+/;

/** The folder that a generator's command or `cd` leads to. */
const enteredFolder = (command: string) => /^cd (\S+)$/.exec(command)?.[1];

/** Follows a guide to the letter: types its commands and pastes its files. */
export class Reader {
  private readonly servers: RunningCommand[] = [];

  constructor(
    private folder: string,
    private readonly logFile: string,
    private readonly tarball: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** A reader says yes to npm's question about a generator. */
  private get shell(): Shell {
    return new Shell(this.folder, this.logFile, { npm_config_yes: 'true', npm_config_prefer_offline: 'true' });
  }

  private async start(command: string): Promise<string> {
    const server = this.shell.start(command);
    this.servers.push(server);
    const url = await server.waitForOutput(firstUrl);
    await server.waitForPort(Number(new URL(url).port));
    return url;
  }

  /**
   * Does what the steps say.
   * @returns the address that the last server has printed
   */
  async follow(steps: readonly Step[]): Promise<string | undefined> {
    let url: string | undefined;
    for (const step of steps) {
      if (step.type === 'write') {
        const path = join(this.folder, step.path);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, step.text);
      } else if (step.type === 'start') url = await this.start(step.command);
      else if (enteredFolder(step.command)) this.folder = join(this.folder, enteredFolder(step.command)!);
      else
        await this.shell.run(
          step.command.replace(/^(npm i(?:nstall)?\b.*) react-whereby-embed\b/, `$1 ${this.tarball}`),
        );
    }
    return url;
  }

  /** Waits until the last server has printed what matches. */
  async waitForOutput(pattern: RegExp): Promise<void> {
    await this.servers.at(-1)!.waitForOutput(pattern);
  }

  /** Ends every server, the last first. */
  async close(): Promise<void> {
    for (const server of this.servers.reverse()) await server.stop();
  }
}
