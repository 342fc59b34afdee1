export interface Log {
  info(what: string, about?: About): void;
  error(what: string, error: unknown, about?: About): void;
}

export interface About {
  readonly lessonId?: string | undefined;
  readonly personId?: string | undefined;
  /** What happened is said apart. */
  readonly what?: never;
  readonly [name: string]: string | number | boolean | null | undefined;
}

/** One line of JSON for each thing that happened. No line has a key: secrets are taken out wherever they stand. */
export function createLog(
  listSecrets: () => readonly string[],
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Log {
  function print(level: 'info' | 'error', what: string, about: About): void {
    let line = JSON.stringify({ at: new Date().toISOString(), level, what, ...about });
    for (const secret of listSecrets()) if (secret) line = line.replaceAll(secret, '[secret]');
    // Room URLs carry the right of a host.
    write(line.replaceAll(/roomKey=[\w.%-]+/g, 'roomKey=[secret]'));
  }
  return {
    info: (what, about = {}) => print('info', what, about),
    error: (what, error, about = {}) =>
      print('error', what, { ...about, error: error instanceof Error ? error.message : String(error) }),
  };
}
