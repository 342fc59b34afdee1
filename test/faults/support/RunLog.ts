import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What happened to an app's function for an event. `recorded`: the store has noted that it succeeded. */
export interface RunStep {
  readonly step: 'started' | 'ended' | 'recorded';
  /** The consumer's name and the event's id. */
  readonly key: string;
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A file that many processes write to, each line in one piece, and that outlives them. */
export class RunLog {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  note(step: RunStep['step'], key: string): void {
    const line: RunStep = { step, key, pid: process.pid, at: Date.now() };
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  read(): RunStep[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as RunStep);
  }
}
